package vn.phoihop.deploy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Row 14: one enterprise warns another, and TLP decides how far that goes. */
final class Exchanges {
  private static final String EXCHANGES = "/api/v1/exchanges";

  private final Api api;
  private final Token tokens;
  private final Story story;

  Exchanges(Api api, Token tokens, Story story) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
  }

  void walk(Enterprise owner, Enterprise peer, Enterprise stranger) {
    story.chapter("Enterprises warn each other (letter, duty O3)");
    try (Receiver peers = listening("The peer's", peer);
        Receiver strangers = listening("The third enterprise's", stranger)) {
      api.expect(
          "AMBER is for named recipients: to a whole sector it is refused",
          400,
          api.post(
              Port.INCIDENT,
              EXCHANGES,
              owner.token(),
              warning("AMBER", "sectors", List.of("TELECOM_MOBILE"))),
          "/title");
      Answer published =
          api.expect(
              "To one named peer it goes at once",
              201,
              api.post(
                  Port.INCIDENT,
                  EXCHANGES,
                  owner.token(),
                  warning("AMBER", "recipients", List.of(peer.id()))),
              "/id",
              "/state",
              "/tlp");
      story.check(published.string("/state").equals("PUBLISHED"), "it should be PUBLISHED");
      String id = published.string("/id");
      String exchange = EXCHANGES + "/" + id;
      peers.await("exchange.published", id);
      Answer read =
          api.expect(
              "The peer reads the warning",
              200,
              api.get(Port.INCIDENT, exchange, peer.token()),
              "/title",
              "/indicators/0/normalised");
      story.check(
          read.string("/indicators/0/normalised").equals("+84912345678"),
          "it should have the number");
      nobodyElse(exchange, id, stranger, strangers);
      recall(exchange, id, owner, peer, peers);
    }
  }

  private void recall(
      String exchange, String id, Enterprise owner, Enterprise peer, Receiver peers) {
    Answer recalled =
        api.expect(
            "The number was wrong: the owner recalls the warning",
            200,
            api.post(
                Port.INCIDENT,
                exchange + "/recall",
                owner.token(),
                Map.of("reason", "Nhầm một chữ số")),
            "/state");
    story.check(recalled.string("/state").equals("RECALLED"), "it should be RECALLED");
    peers.await("exchange.recalled", id);
    Answer read =
        api.expect(
            "From this moment on the peer reads only that it was recalled",
            200,
            api.get(Port.INCIDENT, exchange, peer.token()),
            "/state",
            "/withheld");
    story.check(!read.text().contains("912345678"), "the number should not be there");
    Answer confirmed =
        api.expect(
            "The peer confirms that it has dropped it",
            200,
            api.post(Port.INCIDENT, exchange + "/confirm-recall", peer.token(), Map.of()),
            "/state");
    story.check(
        confirmed.string("/state").equals("RECALL_CONFIRMED"), "it should be RECALL_CONFIRMED");
  }

  private void nobodyElse(String exchange, String id, Enterprise stranger, Receiver strangers) {
    api.expect(
        "A third enterprise learns not even that it exists",
        404,
        api.get(Port.INCIDENT, exchange, stranger.token()),
        "/title");
    Answer none =
        api.expect(
            "Its list of exchanges is empty",
            200,
            api.get(Port.INCIDENT, EXCHANGES, stranger.token()),
            "/items");
    story.check(none.body().path("items").isEmpty(), "it should be empty");
    story.check(!strangers.heardOf(id), "it received a webhook of it");
    api.expect(
        "Nor does the Department, to whom it was not addressed",
        404,
        api.get(Port.INCIDENT, exchange, tokens.of("department")),
        "/title");
  }

  private Receiver listening(String owner, Enterprise enterprise) {
    return Receiver.start(
        owner, enterprise::token, List.of("exchange.published", "exchange.recalled"), api, story);
  }

  private static Map<String, Object> warning(String tlp, String to, List<String> whom) {
    return Map.of(
        "title",
        "Cảnh báo SIM box dùng dải số 0912 345 6xx",
        "tlp",
        tlp,
        to,
        new ArrayList<>(whom),
        "indicators",
        List.of(Map.of("type", "MSISDN", "value", "0912 345 678")));
  }
}
