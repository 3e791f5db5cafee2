package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** Rows 7 to 9: three suspicious signs, and who hears of which. */
final class Reports {
  private static final String INCIDENTS = "/api/v1/incidents";

  static final long DAMAGE_VND = 24_000_000;

  /** A reported case. */
  record Case(String id, String receiptNumber, String path) {}

  private final Api api;
  private final Token tokens;
  private final Story story;
  private final String anHourAgo;

  Reports(Api api, Token tokens, Story story, ZonedDateTime now) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
    this.anHourAgo = now.minusHours(1).toInstant().toString();
  }

  Case simBox(Enterprise enterprise, Receiver police) {
    story.chapter("Case one: telecom charges stolen by a SIM box");
    String token = enterprise.token();
    Case reported =
        report(
            "The enterprise's system reports it at once",
            token,
            Map.of(
                "stage",
                "EARLY",
                "violationTypes",
                List.of("TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"),
                "summary",
                "Nghi SIM box chuyển cuộc gọi quốc tế thành nội mạng, 32 cổng",
                "detectedAt",
                anHourAgo,
                "indicators",
                List.of(
                    Map.of("type", "MSISDN", "value", "0912 345 678"),
                    Map.of("type", "IMEI", "value", "490154203237517"),
                    Map.of("type", "CELL_ID", "value", "452-01-10021-33601"))));
    byte[] records = Files.resource("/call-records.csv");
    Answer sealed =
        api.expect(
            "It adds the call records as evidence (%d bytes of CSV)".formatted(records.length),
            201,
            api.upload(
                Port.INCIDENT,
                reported.path() + "/evidence",
                token,
                "call-records.csv",
                "text/csv",
                records),
            "/id",
            "/sha256",
            "/scan");
    story.check(
        sealed.string("/sha256").equalsIgnoreCase(Files.sha256(records)),
        "the SHA-256 should be that of the file sent");

    police.await("incident.received", reported.id());
    Answer read =
        api.expect(
            "The Police read the case behind the link",
            200,
            api.get(Port.INCIDENT, reported.path(), tokens.of("police")),
            "/receiptNumber",
            "/state");
    read.body().path("indicators").forEach(this::show);
    return reported;
  }

  private void show(JsonNode indicator) {
    story.detail(
        "%s %s  flags %s"
            .formatted(
                indicator.path("type").asText(),
                indicator.path("normalised").asText(),
                indicator.path("flags")));
  }

  Case parcel(Liaison liaison, List<Receiver> addressees) {
    story.chapter("Case two: contraband in a parcel");
    Case reported =
        report(
            "The liaison reports it",
            liaison.token(),
            Map.of(
                "stage",
                "EARLY",
                "violationTypes",
                List.of("POST_CONTRABAND"),
                "summary",
                "Bưu kiện khai là quần áo, soi thấy điện thoại di động",
                "detectedAt",
                anHourAgo,
                "indicators",
                List.of(Map.of("type", "CONSIGNMENT_NO", "value", "RR473124829VN"))));
    addressees.forEach(receiver -> receiver.await("incident.received", reported.id()));
    return reported;
  }

  /** Trade leads here; Customs is not concerned, although it is a parcel again. */
  Case counterfeit(Enterprise enterprise, List<Receiver> addressees) {
    story.chapter("Case three: counterfeit goods in the post");
    Case reported =
        report(
            "The enterprise's system reports it",
            enterprise.token(),
            Map.of(
                "stage",
                "EARLY",
                "violationTypes",
                List.of("POST_COUNTERFEIT"),
                "summary",
                "Lô hàng 40 đôi giày nghi giả nhãn hiệu, người gửi từ chối xuất trình hóa đơn",
                "detectedAt",
                anHourAgo,
                "estimatedDamageVnd",
                DAMAGE_VND,
                "indicators",
                List.of(Map.of("type", "CONSIGNMENT_NO", "value", "RB123456785VN"))));
    addressees.forEach(receiver -> receiver.await("incident.received", reported.id()));
    return reported;
  }

  private Case report(String who, String token, Map<String, Object> incident) {
    Map<String, String> once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer received =
        api.expect(
            who,
            201,
            api.post(Port.INCIDENT, INCIDENTS, token, incident, once),
            "/receiptNumber",
            "/state",
            "/version",
            "/agencies");
    story.check(received.string("/state").equals("RECEIVED"), "it should be RECEIVED");
    Answer again = api.post(Port.INCIDENT, INCIDENTS, token, incident, once);
    story.check(
        again.status() == 201 && again.string("/id").equals(received.string("/id")),
        "the same key should give the same incident, not " + again.text());
    String id = received.string("/id");
    return new Case(id, received.string("/receiptNumber"), INCIDENTS + "/" + id);
  }

  /** At the end, when all that could have come has come. */
  void customsKnowsNothingOf(List<Case> others, Receiver customs) {
    story.chapter("Customs has nothing to do with " + numbers(others));
    for (Case other : others) {
      api.expect(
          "Customs asks for %s and learns not even that it exists".formatted(other.receiptNumber()),
          404,
          api.get(Port.INCIDENT, other.path(), tokens.of("customs")),
          "/title");
      story.check(!customs.heardOf(other.id()), "Customs received a webhook of it");
    }
    story.step("Customs' system received no webhook of either");
  }

  private static String numbers(List<Case> cases) {
    return cases.stream().map(Case::receiptNumber).collect(Collectors.joining(" and "));
  }
}
