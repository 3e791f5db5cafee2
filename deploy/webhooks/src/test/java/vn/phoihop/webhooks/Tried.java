package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/** What the kit said of a receiver, read from its table as a person reads it. */
record Tried(boolean passed, String table) {
  static final Keys KEYS = Keys.random();
  static final Keys OLD = Keys.random();
  static final Secret SECRET = Secret.parse(KEYS.secret());
  static final PrivateKey KEY = PrivateKey.parse(KEYS.privateKey());

  static final String ORIGIN = "phoihop.example.vn";

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** With a secret, a former one and a key, so that every case is tried. */
  static Tried of(URI url) {
    return of(
        url,
        Cases.all(
            SECRET,
            Optional.of(Secret.parse(OLD.secret())),
            Optional.of(KEY),
            Optional.of(ORIGIN)));
  }

  static Tried bySecretAlone(URI url) {
    return of(url, Cases.all(SECRET, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  static Tried byKeyAlone(URI url) {
    return of(url, Cases.all(KEY, Optional.empty(), Optional.of(KEY), Optional.empty()));
  }

  private static Tried of(URI url, List<Case> cases) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Endpoint endpoint =
        new Endpoint(url, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
    boolean passed = new Conformance(endpoint, cases, new PrintStream(out, true, UTF_8)).run();
    return new Tried(passed, out.toString(UTF_8));
  }

  Set<String> failed() {
    return marked("FAIL");
  }

  Set<String> marked(String mark) {
    return table
        .lines()
        .skip(1)
        .filter(line -> line.length() > 79 && line.substring(73, 79).strip().equals(mark))
        .map(line -> line.substring(0, 38).strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
