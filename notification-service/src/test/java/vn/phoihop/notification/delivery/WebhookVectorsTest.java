package vn.phoihop.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.phoihop.platform.crypto.Ed25519Key;

/**
 * docs/webhooks/vectors.ndjson, which receivers' developers test their verification with, is what
 * the sender makes; -Popenapi writes it anew. Strangers' libraries agree with it.
 */
class WebhookVectorsTest {
  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
  private static final Path FILE = DOCS.resolve("webhooks").resolve("vectors.ndjson");

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final byte[] SECRET_BYTES = Base64.getDecoder().decode(SECRET.substring(6));
  private static final byte[] FORMER = "the former secret, of 32 bytes, ".getBytes(UTF_8);
  private static final byte[] STRANGER = "a secret that we never gave you ".getBytes(UTF_8);

  /** The key of Svix' tests, as deploy writes one. */
  private static final Ed25519Key KEY = key("6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbc=");

  private static final Ed25519Key STRANGE_KEY =
      key(Base64.getEncoder().encodeToString("another seed, that is not yours!".getBytes(UTF_8)));

  private static final String ID = "019a1f6e-7c00-7000-8000-000000000007";
  private static final long AT = 1_773_108_000;
  private static final String BODY =
      "{\"type\":\"incident.received\",\"timestamp\":\"2026-03-10T02:00:00Z\",\"data\":{\"id\":\"019a1f6e-7c00-7000-8000-000000000003\",\"state\":\"RECEIVED\",\"version\":1,\"sequence\":1}}";
  private static final String VIETNAMESE =
      "{ \"type\":\"incident.received\",\n"
          + "  \"data\":{\"enterprise\":\"Công ty Viễn thông Nguyễn Huệ\", \"sequence\":1.0} }\n";

  /**
   * @param now the receiver's clock, in Unix seconds
   * @param secret the one it has
   * @param key the one it has pinned
   * @param genuine whether it is to be accepted
   */
  @JsonPropertyOrder({
    "name",
    "genuine",
    "now",
    "secret",
    "key",
    "id",
    "timestamp",
    "signature",
    "body"
  })
  private record Vector(
      String name,
      boolean genuine,
      long now,
      String secret,
      String key,
      String id,
      String timestamp,
      String signature,
      String body) {

    Vector(String name, boolean genuine, String signature, String body) {
      this(name, genuine, AT, ID, Long.toString(AT), signature, body);
    }

    Vector(
        String name,
        boolean genuine,
        long now,
        String id,
        String timestamp,
        String signature,
        String body) {
      this(
          name,
          genuine,
          now,
          SECRET,
          "whpk_" + Base64.getEncoder().encodeToString(KEY.rawPublicKey()),
          id,
          timestamp,
          signature,
          body);
    }
  }

  @Test
  void are_what_the_sender_makes() throws Exception {
    String lines = "";
    for (Vector vector : vectors()) {
      lines += json(vector) + "\n";
    }
    if (Boolean.getBoolean("phoihop.openapi.update")) {
      Files.writeString(FILE, lines, UTF_8);
    }
    assertEquals(lines, Files.readString(FILE, UTF_8), "run with -Popenapi to write it anew");
  }

  /** npm install in docs/ brings them; without, there is nobody to ask. */
  @Test
  @Timeout(60)
  void two_libraries_of_strangers_agree() throws Exception {
    assumeTrue(
        Files.exists(DOCS.resolve("node_modules/svix"))
            && Files.exists(DOCS.resolve("node_modules/standardwebhooks")),
        "cd docs && npm install");
    Process node =
        new ProcessBuilder("node", DOCS.resolve("webhooks.mjs").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, node.waitFor(), said);
    assertEquals(
        2L * vectors().size(), said.lines().filter(line -> line.startsWith("ok ")).count(), said);
  }

  private static List<Vector> vectors() {
    String v1 = sign(List.of(SECRET_BYTES), List.of(), BODY);
    String strange = sign(List.of(STRANGER), List.of(), BODY);
    List<Vector> vectors = new ArrayList<>();
    vectors.add(new Vector("v1", true, v1, BODY));
    vectors.add(
        new Vector(
            "v1, an unusual spelling with diacritics",
            true,
            sign(List.of(SECRET_BYTES), List.of(), VIETNAMESE),
            VIETNAMESE));
    vectors.add(
        new Vector(
            "v1 twice, while the secret is rotated",
            true,
            sign(List.of(FORMER, SECRET_BYTES), List.of(), BODY),
            BODY));
    vectors.add(
        new Vector("v1 and v1a", true, sign(List.of(SECRET_BYTES), List.of(KEY), BODY), BODY));
    vectors.add(new Vector("v1a alone", true, sign(List.of(), List.of(KEY), BODY), BODY));
    vectors.add(
        new Vector(
            "v1a twice, while the key is rotated",
            true,
            sign(List.of(), List.of(STRANGE_KEY, KEY), BODY),
            BODY));
    vectors.add(new Vector("an unknown version beside v1", true, "v9,unknown " + v1, BODY));
    vectors.add(dated("five minutes old", true, AT + 300, v1));
    vectors.add(dated("more than five minutes old", false, AT + 301, v1));
    vectors.add(dated("more than five minutes ahead", false, AT - 301, v1));
    vectors.add(new Vector("another secret", false, strange, BODY));
    vectors.add(
        new Vector("another key", false, sign(List.of(), List.of(STRANGE_KEY), BODY), BODY));
    vectors.add(
        new Vector("another body", false, v1, BODY.replace("\"version\":1", "\"version\":2")));
    vectors.add(
        new Vector("the same JSON in another spelling", false, v1, BODY.replace(":", " : ")));
    vectors.add(
        new Vector(
            "another id",
            false,
            AT,
            "019a1f6e-7c00-7000-8000-000000000008",
            Long.toString(AT),
            v1,
            BODY));
    vectors.add(new Vector("another timestamp", false, AT, ID, Long.toString(AT + 1), v1, BODY));
    vectors.add(new Vector("only an unknown version", false, v1.replace("v1,", "v9,"), BODY));
    vectors.add(new Vector("no version", false, v1.replace("v1,", ""), BODY));
    vectors.add(new Vector("cut short", false, v1.substring(0, 20), BODY));
    vectors.add(new Vector("beyond ASCII", false, "v1,chữ-ký", BODY));
    vectors.add(new Vector("a timestamp that is no number", false, AT, ID, "NaN", v1, BODY));
    return vectors;
  }

  private static Vector dated(String name, boolean genuine, long now, String signature) {
    return new Vector(name, genuine, now, ID, Long.toString(AT), signature, BODY);
  }

  private static String sign(List<byte[]> secrets, List<Ed25519Key> keys, String body) {
    return Signature.header(secrets, keys, ID, AT, body.getBytes(UTF_8));
  }

  private static Ed25519Key key(String seed) {
    byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    byte[] encoded = Arrays.copyOf(pkcs8, 48);
    System.arraycopy(Base64.getDecoder().decode(seed), 0, encoded, 16, 32);
    return Ed25519Key.parse(Base64.getEncoder().encodeToString(encoded));
  }

  private static String json(Vector vector) throws JsonProcessingException {
    return new JsonMapper().writeValueAsString(vector);
  }
}
