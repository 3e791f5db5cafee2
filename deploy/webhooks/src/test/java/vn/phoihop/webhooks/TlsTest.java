package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Receivers in the field speak TLS, often with certificates of an authority of their own. */
@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "only-for-this-test";

  @TempDir Path folder;

  @Test
  void the_certificate_is_checked_against_the_authority_that_is_named_and_the_name()
      throws Exception {
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=receiver",
        "-ext",
        "san=dns:localhost",
        "-storetype",
        "PKCS12");
    keytool("-exportcert", "-rfc", "-file", "receiver.pem");
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    try (FlawedReceiver receiver = new FlawedReceiver(Flaw.NONE, server)) {
      String named = "https://localhost:%d/".formatted(receiver.port());
      String pem = folder.resolve("receiver.pem").toString();

      Ended trusted = run(named, "--ca", pem);
      assertEquals(0, trusted.code(), trusted.said());
      Ended unknown = run(named);
      assertEquals(1, unknown.code(), unknown.said());
      assertTrue(unknown.said().contains("Nothing answers there"), unknown.said());
      assertTrue(unknown.said().contains("PKIX"), unknown.said());
      Ended misnamed = run("https://127.0.0.1:%d/".formatted(receiver.port()), "--ca", pem);
      assertEquals(1, misnamed.code(), misnamed.said());
      assertTrue(misnamed.said().contains("Nothing answers there"), misnamed.said());
    }
  }

  private record Ended(int code, String said) {}

  private static Ended run(String url, String... more) {
    List<String> options = new ArrayList<>(List.of(url, "--secret", Tried.KEYS.secret()));
    options.addAll(List.of(more));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    return new Ended(Conformance.run(options, print, print), out.toString(UTF_8));
  }

  private SSLContext context() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void keytool(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                "keys",
                "-storepass",
                PASSWORD,
                "-alias",
                "receiver"));
    command.addAll(1, List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }
}
