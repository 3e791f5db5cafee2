package vn.phoihop.bench.lab;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.phoihop.bench.http.Reports;
import vn.phoihop.bench.http.Wire;
import vn.phoihop.bench.stack.Bearer;
import vn.phoihop.bench.stack.BenchStack;
import vn.phoihop.bench.stack.Enterprise;
import vn.phoihop.bench.stack.Pause;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/** The stack under measurement and what all rows share. */
public final class Lab implements AutoCloseable {

  private static final String WAITING =
      "SELECT count(*) FROM incident.outbox WHERE published_at IS NULL";

  private final BenchStack stack;
  private final Sizes sizes;
  private final PrintStream out;
  private @Nullable Enterprise enterprise;
  private @Nullable Bearer bearer;

  public Lab(BenchStack stack, Sizes sizes, PrintStream out) {
    this.stack = stack;
    this.sizes = sizes;
    this.out = out;
  }

  public BenchStack stack() {
    return stack;
  }

  public Sizes sizes() {
    return sizes;
  }

  public void say(String format, Object... arguments) {
    out.printf(Locale.ROOT, format + "%n", arguments);
    out.flush();
  }

  /** The one that reports; the stack must be up. */
  public Enterprise enterprise() {
    Enterprise known = enterprise;
    if (known == null) {
      known = Enterprise.enrolled(stack);
      enterprise = known;
    }
    return known;
  }

  public Bearer bearer() {
    Bearer known = bearer;
    if (known == null) {
      known = new Bearer(enterprise()::drawToken);
      bearer = known;
    }
    return known;
  }

  public Reports reports() {
    return new Reports(stack.settings().port(Port.INCIDENT), bearer());
  }

  /**
   * Reports once; returns the incident's id. What is loaded and linked at the first request is no
   * part of any measurement.
   */
  public String reportOnce() {
    Reports reports = reports();
    try (Wire wire = new Wire(reports.port())) {
      return reports.send(wire);
    }
  }

  /** A fresh token of a person of the realm. */
  public String token(String person) {
    return new Token(stack.settings()).of(person);
  }

  /** Nobody is measured while the relay still sends what was reported before. */
  public void awaitRelay() {
    Pause.until(
        "the relay of incident-service",
        Duration.ofMinutes(5),
        100,
        () -> stack.database().number(WAITING) == 0);
  }

  @Override
  public void close() {
    if (bearer != null) {
      bearer.close();
    }
  }
}
