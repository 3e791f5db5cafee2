package vn.phoihop.deploy;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What deploy/up was asked for. */
record UpOptions(boolean detach, boolean demo, boolean fresh, Optional<String> clockOffset) {
  static final String USAGE =
      """
      usage: deploy/up [--detach] [--demo] [--fresh] [--clock-offset P40D]
        --detach          return when all is ready; the stack stays up until deploy/down
        --demo            then walk through the main flow; its failure is the exit code
        --fresh           forget all data and keys first
        --clock-offset X  move the business clock by an ISO-8601 period or duration
      environment: PHOIHOP_DATA (default .data), PHOIHOP_PORT_OFFSET (default 0)""";

  static UpOptions of(List<String> arguments) {
    boolean detach = false;
    boolean demo = false;
    boolean fresh = false;
    Optional<String> clockOffset = Optional.empty();
    for (Iterator<String> all = arguments.iterator(); all.hasNext(); ) {
      String argument = all.next();
      switch (argument) {
        case "--detach" -> detach = true;
        case "--demo" -> demo = true;
        case "--fresh" -> fresh = true;
        case "--clock-offset" -> {
          if (!all.hasNext()) {
            throw new Failure(USAGE);
          }
          clockOffset = Optional.of(all.next());
        }
        default -> throw new Failure("unknown option %s%n%s".formatted(argument, USAGE));
      }
    }
    return new UpOptions(detach, demo, fresh, clockOffset);
  }
}
