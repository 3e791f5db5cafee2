package vn.phoihop.notification.email;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands a notice to the mail server. Never called inside a transaction. */
@ApplicationScoped
class MailGateway {

  /** The mail server refuses it for good. */
  static final class Refused extends Exception {
    Refused() {
      super("refused by the mail server");
    }
  }

  /** It may be taken later. */
  static final class Deferred extends Exception {
    Deferred(Throwable cause) {
      super("not taken now", cause);
    }
  }

  private final Mailer mailer;
  private final Template text;
  private final String webUrl;

  MailGateway(
      Mailer mailer,
      @Location("notice.txt") Template text,
      @ConfigProperty(name = "phoihop.web.url") String webUrl) {
    this.mailer = mailer;
    this.text = text;
    this.webUrl = webUrl;
  }

  void send(Notice notice, String email) throws Refused, Deferred {
    NoticeKind kind = notice.kind();
    Mail mail =
        Mail.withText(
                email,
                "[Phối Hợp] " + kind.vi() + " / " + kind.en(),
                text.data("vi", kind.vi())
                    .data("en", kind.en())
                    .data("reference", notice.reference())
                    .data("leader", notice.addressee() == Addressee.LEADER)
                    .data("link", webUrl + "/" + kind.path() + "/" + notice.objectId())
                    .render())
            // The same on every attempt: a mailbox that got it before shows it once.
            .addHeader("Message-ID", "<" + notice.id() + "@phoihop>")
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail);
    } catch (RuntimeException fault) {
      if (isPermanent(fault)) {
        throw new Refused();
      }
      throw new Deferred(fault);
    }
  }

  private static boolean isPermanent(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException smtp) {
        return smtp.isPermanent();
      }
    }
    return false;
  }
}
