package vn.phoihop.deploy.demo;

import java.time.ZonedDateTime;
import java.util.List;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Settings;
import vn.phoihop.deploy.Token;

/** The chapters in their order. */
public final class Demo {
  private Demo() {}

  /**
   * Walks the main flow on a stack that is up.
   *
   * @param now the services' business time
   * @throws Failure at the first thing that is not as it should be
   */
  public static void run(Settings settings, ZonedDateTime now) {
    Story story = new Story();
    Api api = new Api(settings, story);
    Token tokens = new Token(settings);
    Inbox inbox = new Inbox(api, story);

    Enterprise enterprise = new Registration(api, tokens, inbox, story).walk();
    Liaison liaison = new Designation(api, tokens, inbox, story, now).walk(enterprise);
    story.chapter("The authorities' systems listen");
    try (Receiver police = Receiver.police(api, tokens, story);
        Receiver customs = Receiver.customs(api, tokens, story)) {
      Reports reports = new Reports(api, tokens, story, now);
      Reports.Case simBox = reports.simBox(enterprise, police);
      Reports.Case parcel = reports.parcel(liaison, List.of(customs, police));

      Handling handling = new Handling(api, tokens, inbox, story);
      handling.conclude(simBox, "POLICE", police, enterprise);
      handling.conclude(parcel, "CUSTOMS", customs, enterprise);
      reports.customsKnowsNothingOf(simBox, customs);
    }
    story.end();
  }
}
