package vn.phoihop.incident.exchange;

import static vn.phoihop.incident.Api.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phoihop.platform.test.Tokens;

/** Warnings for tests. */
public final class Exchanges {

  static final String SECRET_TITLE = "SIM box dùng dải số 0912 345 6xx";
  static final String SECRET_NUMBER = "+84912345678";

  private Exchanges() {}

  /** A warning with one number to these. */
  static Map<String, Object> to(String tlp, Object... recipients) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("title", SECRET_TITLE);
    body.put("summary", "32 thuê bao");
    body.put("purpose", "Rà soát");
    body.put("tlp", tlp);
    body.put("recipients", List.of(recipients).stream().map(String::valueOf).toList());
    body.put("indicators", List.of(Map.of("type", "MSISDN", "value", "0912 345 678")));
    return body;
  }

  static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  static ValidatableResponse post(String token, Map<String, Object> body) {
    return as(token).body(json(body)).post("/api/v1/exchanges").then();
  }

  /** A warning to one peer, by an enterprise's machine. */
  public static String publish(UUID enterprise, UUID peer) {
    return publish(Tokens.enterprise(enterprise), to("AMBER", peer));
  }

  static String publish(String token, Map<String, Object> body) {
    return post(token, body).log().ifValidationFails().statusCode(201).extract().path("id");
  }

  static ValidatableResponse get(String token, String id) {
    return as(token).get("/api/v1/exchanges/{id}", id).then();
  }

  static ValidatableResponse move(String token, String id, String verb, String body) {
    return as(token).body(body).post("/api/v1/exchanges/{id}/{verb}", id, verb).then();
  }

  static String json(Object body) {
    try {
      return new ObjectMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
