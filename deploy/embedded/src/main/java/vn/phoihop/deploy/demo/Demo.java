package vn.phoihop.deploy.demo;

import java.time.ZonedDateTime;
import java.util.List;
import vn.phoihop.deploy.Failure;
import vn.phoihop.deploy.Settings;
import vn.phoihop.deploy.Token;

/** The chapters in their order. */
public final class Demo {
  private static final List<String> TOLD =
      List.of("incident.received", "incident.referred", "request.answered", "measure.started");

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

    Registration registration = new Registration(api, tokens, inbox, story);
    Enterprise enterprise = registration.walk();
    Enterprise peer = registration.another("A peer joins");
    Enterprise stranger =
        registration.another("And a third enterprise, which has nothing to do with it");
    Liaison liaison = new Designation(api, tokens, inbox, story, now).walk(enterprise);
    story.chapter("The authorities' systems listen");
    try (Receiver police = authority("The Police's", "agency-police", api, tokens, story);
        Receiver customs = authority("Customs'", "agency-customs", api, tokens, story);
        Receiver trade = authority("Trade's", "agency-trade", api, tokens, story)) {
      Reports reports = new Reports(api, tokens, story, now);
      Reports.Case simBox = reports.simBox(enterprise, police);
      Reports.Case parcel = reports.parcel(liaison, List.of(customs, police));
      Reports.Case counterfeit = reports.counterfeit(enterprise, List.of(trade, police));

      String request =
          new Requests(api, tokens, inbox, story, now).walk(simBox, enterprise, liaison, police);
      new Measures(api, tokens, story, now).walk(enterprise, simBox, police);
      new Exchanges(api, tokens, story).walk(enterprise, peer, stranger);

      Handling handling = new Handling(api, tokens, inbox, story);
      handling.conclude(simBox, "POLICE", police, enterprise);
      handling.conclude(parcel, "CUSTOMS", customs, enterprise);
      handling.conclude(counterfeit, "TRADE", trade, enterprise);

      new HalfYear(api, tokens, story, now, settings.data()).walk(enterprise);

      Lists lists = new Lists(api, tokens, story);
      lists.walk(enterprise);
      lists.onlookers(simBox, request);
      new Interruptions(api, tokens, story, now).walk(peer, police);
      reports.customsKnowsNothingOf(List.of(simBox, counterfeit), customs);
    }
    story.end();
  }

  private static Receiver authority(
      String owner, String client, Api api, Token tokens, Story story) {
    return Receiver.start(owner, () -> tokens.of(client), TOLD, api, story);
  }
}
