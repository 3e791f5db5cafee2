package vn.phoihop.deploy;

import java.util.List;
import java.util.Map;

/** A mail server that keeps what it is given, with an API to read it: nobody is ever mailed. */
final class SmtpPart extends Part {
  SmtpPart(Settings settings) {
    super(settings, "smtp");
  }

  @Override
  List<Port> ports() {
    return List.of(Port.INBOX, Port.SMTP);
  }

  @Override
  void launch() {
    daemon.start(
        Java.own(
            96,
            SmtpMain.class,
            Integer.toString(settings.port(Port.SMTP)),
            Integer.toString(settings.port(Port.INBOX))),
        Map.of());
  }

  @Override
  boolean answers() throws Exception {
    return Http.status(settings, Port.INBOX, "/messages?to=nobody") == 200;
  }

  @Override
  String address() {
    return settings.url(Port.INBOX) + "/messages?to=";
  }
}
