package vn.phoihop.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import vn.phoihop.webhooks.Case.Mark;
import vn.phoihop.webhooks.Case.Verdict;

/**
 * Tries a receiver and prints a line a case. Ends with 0 if all is as it should be, 1 if not, 2 for
 * options that cannot be.
 */
final class Conformance {
  /** What our sender waits. */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final String ROW = "%-38s %-14s %-18s %-5s %s%n";

  private final Endpoint endpoint;
  private final List<Case> cases;
  private final PrintStream out;

  Conformance(Endpoint endpoint, List<Case> cases, PrintStream out) {
    this.endpoint = endpoint;
    this.cases = cases;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(Arrays.asList(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      if (arguments.equals(List.of("--new-keys"))) {
        Keys keys = Keys.random();
        out.println("--secret of both sides:      " + keys.secret());
        out.println("--key of this kit, private:  " + keys.privateKey());
        out.println("--key of the receiver:       " + keys.publicKey());
        return 0;
      }
      Options options = Options.parse(arguments);
      Endpoint endpoint = new Endpoint(options.url(), tls(options.ca()), PATIENCE);
      List<Case> cases =
          Cases.all(options.signer(), options.old(), options.key(), options.origin());
      return new Conformance(endpoint, cases, out).run() ? 0 : 1;
    } catch (Refusal e) {
      err.println("error: " + e.getMessage() + "; see deploy/conformance --help");
      return 2;
    }
  }

  /** Whether the receiver passes. */
  boolean run() {
    out.printf(ROW, "case", "expected", "got", "ok", "why it matters");
    int failed = 0;
    boolean ask = false;
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      Verdict verdict = one.trial().apply(endpoint);
      row(one.name(), one.expected(), verdict, one.why());
      failed += verdict.mark() == Mark.FAIL ? 1 : 0;
      ask |= verdict.mark() == Mark.ASK;
      if (i == 0 && endpoint.answered() == 0) {
        out.printf(
            "%nNothing answers there: the other %d cases were not tried.%n", cases.size() - 1);
        return false;
      }
    }
    double longest = endpoint.longest().toMillis() / 1000.0;
    boolean prompt = endpoint.longest().compareTo(endpoint.patience()) < 0;
    row(
        "every answer within %d s".formatted(endpoint.patience().toSeconds()),
        "in time",
        Verdict.of("%.1f s at most".formatted(longest), prompt),
        "later we hang up and send it again: answer first, then work");
    failed += prompt ? 0 : 1;
    if (ask) {
      out.printf(
          "%nask: the receiver does not say how many events it has processed (in a header"
              + " webhook-processed with each 2xx).%nLook into its records: of each of these cases"
              + " there must be one event, not two.%n");
    }
    out.printf("%n%d cases, %d failed.%n", cases.size() + 1, failed);
    return failed == 0;
  }

  private void row(String name, String expected, Verdict verdict, String why) {
    String mark =
        switch (verdict.mark()) {
          case OK -> "ok";
          case FAIL -> "FAIL";
          case ASK -> "ask";
        };
    out.printf(ROW, name, expected, verdict.got(), mark, why);
  }

  /** What the JDK trusts, or the authorities in the file alone. */
  private static SSLSocketFactory tls(Optional<Path> ca) {
    if (ca.isEmpty()) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    try (InputStream in = Files.newInputStream(ca.get())) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Integer.toString(store.size()), one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new Refusal("no certificates (PEM) in %s: %s".formatted(ca.get(), e));
    }
  }
}
