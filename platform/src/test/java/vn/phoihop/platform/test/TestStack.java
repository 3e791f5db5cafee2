package vn.phoihop.platform.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts PostgreSQL and Kafka once for a module's whole test run, and says by system properties
 * where they are: those reach the application under test and the tests alike, whichever class
 * loader they live in.
 */
public final class TestStack implements LauncherSessionListener {

  static final String ISSUER = "http://localhost/realms/test";
  static final String PASSWORD = "test";
  private static final List<String> SERVICES =
      List.of("liaison", "incident", "reporting", "notification", "platform");

  private EmbeddedPostgres postgres;
  private TestKafka kafka;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      Path folder = Files.createTempDirectory("phoihop-test-");
      System.setProperty("phoihop.test.folder", folder.toString());
      startPostgres();
      kafka = TestKafka.start(folder.resolve("kafka"));
      System.setProperty("kafka.bootstrap.servers", kafka.bootstrapServers());
      // The broker lives in this process and would fill the log of the application under test.
      System.setProperty("quarkus.log.category.\"kafka\".level", "ERROR");
      System.setProperty("quarkus.log.category.\"state.change.logger\".level", "ERROR");
      makeKeys(folder);
      makeTokenKeys(folder);
      // Tests are faster than any client may be; those of the limit set their own.
      System.setProperty("phoihop.limits.requests-per-second", "100000");
      System.setProperty("phoihop.limits.requests-burst", "100000");
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL or Kafka did not start", e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    try {
      if (kafka != null) {
        kafka.close();
      }
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void startPostgres() throws Exception {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "200")
            // The library turns it off, and an immediate stop would then lose what was answered
            // with 201.
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("log_statement", "none")
            .start();
    String host = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
    try (Connection connection = DriverManager.getConnection(host + "postgres", "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE phoihop");
    }
    String url = host + "phoihop";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(bootstrap());
      // The platform's own tests play a fifth service.
      statement.execute(bootstrap().replace("'reporting'", "'platform'"));
    }
    System.setProperty("phoihop.test.db", url);
    System.setProperty("quarkus.datasource.jdbc.url", url);
    System.setProperty("quarkus.datasource.password", PASSWORD);
    System.setProperty("quarkus.flyway.password", PASSWORD);
  }

  private static String bootstrap() throws IOException {
    try (InputStream in = TestStack.class.getResourceAsStream("/db/bootstrap.sql")) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String service : SERVICES) {
        sql =
            sql.replace("${" + service + "_owner_password}", PASSWORD)
                .replace("${" + service + "_app_password}", PASSWORD);
      }
      return sql;
    }
  }

  private static void makeKeys(Path folder) throws Exception {
    Path keys = Files.createDirectories(folder.resolve("keys"));
    SecureRandom random = new SecureRandom();
    for (String purpose : List.of("document", "webhook-secret", "cursor")) {
      byte[] key = new byte[32];
      random.nextBytes(key);
      Files.writeString(
          keys.resolve(purpose + ".key"), Base64.getEncoder().encodeToString(key) + "\n");
    }
    Files.writeString(keys.resolve("audit.key"), ed25519() + "\n");
    Files.writeString(keys.resolve("webhook-signing.key"), ed25519() + " 2026-01-01T00:00:00Z\n");
    System.setProperty("phoihop.keys-dir", keys.toString());
    System.setProperty(
        "phoihop.spool-dir", Files.createDirectories(folder.resolve("spool")).toString());
  }

  private static String ed25519() throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
  }

  private static void makeTokenKeys(Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    Path jwks = folder.resolve("jwks.json");
    Map<String, Object> jwk =
        Map.of(
            "kty", "RSA",
            "use", "sig",
            "alg", "RS256",
            "kid", "test",
            "n", base64Url(key.getModulus().toByteArray()),
            "e", base64Url(key.getPublicExponent().toByteArray()));
    Files.writeString(jwks, new ObjectMapper().writeValueAsString(Map.of("keys", List.of(jwk))));
    System.setProperty("mp.jwt.verify.publickey.location", jwks.toUri().toString());
    System.setProperty("mp.jwt.verify.issuer", ISSUER);
    System.setProperty(
        "phoihop.test.token-key",
        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
    System.setProperty(
        "phoihop.test.token-public-key",
        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  }

  private static String base64Url(byte[] signed) {
    byte[] bytes =
        signed.length > 1 && signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
