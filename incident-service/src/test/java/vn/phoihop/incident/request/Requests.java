package vn.phoihop.incident.request;

import static vn.phoihop.incident.Api.as;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.phoihop.incident.Api;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Tokens;

/** A request in a test: an asker, an enterprise that is known, and both their calls. */
public final class Requests {

  static final String FULL =
      """
      {"items": [{"n": 1, "status": "FULL", "text": "Chủ thuê bao: như tài liệu"},
        {"n": 2, "status": "NONE", "reasonCode": "RETENTION_EXPIRED"}]}""";

  private static final ObjectMapper JSON = new ObjectMapper();

  final UUID enterprise = UUID.randomUUID();
  final String enterpriseToken = Tokens.enterprise(enterprise);
  String id = "";

  private Requests() {}

  /** Made anew at each call: a token expires within minutes, and a whole run may take longer. */
  public static String police() {
    return Tokens.agency("POLICE");
  }

  static String police2() {
    return Tokens.person(
        "agency",
        "POLICE",
        UUID.nameUUIDFromBytes("police2".getBytes(StandardCharsets.UTF_8)),
        List.of(),
        List.of());
  }

  /** The sides; nothing is drafted yet. */
  static Requests sides() {
    Api.awaitReady();
    Requests sides = new Requests();
    sides.enterpriseIs("ACTIVE");
    return sides;
  }

  static Requests drafted() {
    Requests sides = sides();
    sides.id =
        sides.draft(police(), sides.routine().toString()).statusCode(201).extract().path("id");
    return sides;
  }

  static Requests issued() {
    Requests sides = drafted();
    sides.asker("issue", "").statusCode(200);
    return sides;
  }

  public static Requests acknowledged() {
    Requests sides = issued();
    sides.receiver("acknowledge", "").statusCode(200);
    return sides;
  }

  static Requests answered() {
    Requests sides = acknowledged();
    sides.receiver("answers", FULL).statusCode(200);
    return sides;
  }

  void enterpriseIs(String state) {
    execute(
        "INSERT INTO enterprise (id, name, state, sequence) VALUES ('%s', 'Thăng Long', '%s', 1) "
                .formatted(enterprise, state)
            + "ON CONFLICT (id) DO UPDATE SET state = excluded.state");
  }

  /** The OpenAPI document's own example, to this enterprise. */
  ObjectNode routine() {
    return example(RequestExamples.ROUTINE);
  }

  ObjectNode emergency() {
    return example(RequestExamples.EMERGENCY);
  }

  private ObjectNode example(String text) {
    try {
      return ((ObjectNode) JSON.readTree(text)).put("enterpriseId", enterprise.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ValidatableResponse draft(String token, String body) {
    return as(token).body(body).post("/api/v1/information-requests").then();
  }

  ValidatableResponse asker(String verb, String body) {
    return post(police(), verb, body);
  }

  ValidatableResponse receiver(String verb, String body) {
    return post(enterpriseToken, verb, body);
  }

  ValidatableResponse post(String token, String verb, String body) {
    return as(token).body(body).post("/api/v1/information-requests/{id}/" + verb, id).then();
  }

  ValidatableResponse get(String token) {
    return as(token).get("/api/v1/information-requests/{id}", id).then();
  }

  ValidatableResponse get(String token, String part) {
    return as(token).get("/api/v1/information-requests/{id}/" + part, id).then();
  }

  ValidatableResponse upload(String name, byte[] content) {
    return as(enterpriseToken)
        .contentType("multipart/form-data")
        .multiPart("file", name, content)
        .post("/api/v1/information-requests/{id}/documents", id)
        .then();
  }

  public String id() {
    return id;
  }

  public String receiverToken() {
    return enterpriseToken;
  }

  public ValidatableResponse answer(String body) {
    return receiver("answers", body);
  }

  /** The answer is sent back as incomplete. */
  public ValidatableResponse sendBack() {
    return asker("return", "{\"reasons\": [\"INCOMPLETE\"]}");
  }

  /** The files that this party sees. */
  public List<String> documents(String token) {
    return get(token, "documents").statusCode(200).extract().path("items.id");
  }

  /** Adds a file and returns its id. */
  public String upload(String text) {
    return upload("a.txt", text.getBytes(StandardCharsets.UTF_8))
        .statusCode(201)
        .extract()
        .path("id");
  }

  static void execute(String sql) {
    try {
      Database.asSuperuser(connection -> connection.createStatement().execute(sql));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
