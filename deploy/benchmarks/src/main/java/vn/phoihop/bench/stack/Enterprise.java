package vn.phoihop.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phoihop.bench.http.Api;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** An enterprise that is registered, active and enrolled, with credentials of the real realm. */
public record Enterprise(UUID id, String clientId, String clientSecret, String tokenUrl) {

  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  public static Enterprise enrolled(BenchStack stack) {
    String liaison = stack.url(Port.LIAISON) + "/api/v1/";
    String department = new Token(stack.settings()).of("department");
    String taxCode = taxCode();
    JsonNode registered =
        Api.post(
            liaison + "enterprises",
            department,
            """
            {"taxCode": "%s", "name": "Công ty Viễn thông %s", "sectors": ["TELECOM_MOBILE"],
             "address": "1 Tràng Tiền, Hà Nội",
             "leader": {"fullName": "Nguyễn Thị Lãnh", "title": "Tổng Giám đốc",
               "email": "leader-%s@example.vn", "phone": "024 3825 0000"}}"""
                .formatted(taxCode, taxCode, taxCode));
    String id = registered.get("id").asText();
    String code =
        Api.post(liaison + "enterprises/" + id + "/activate", department, "")
            .at("/enrolment/code")
            .asText();
    JsonNode credentials =
        Api.post(liaison + "enrolments", "", "{\"code\": \"%s\"}".formatted(code));
    return new Enterprise(
        UUID.fromString(id),
        credentials.get("clientId").asText(),
        credentials.get("clientSecret").asText(),
        credentials.get("tokenUrl").asText());
  }

  public String drawToken() {
    return Api.form(
            tokenUrl,
            Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    clientId,
                    "client_secret",
                    clientSecret)
                .entrySet()
                .stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")))
        .get("access_token")
        .asText();
  }

  private static String taxCode() {
    while (true) {
      String digits = Integer.toString(new Random().nextInt(100_000_000, 1_000_000_000));
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += (digits.charAt(i) - '0') * WEIGHTS[i];
      }
      int check = 10 - sum % 11;
      if (check >= 0 && check <= 9) {
        return digits + check;
      }
    }
  }
}
