package vn.phoihop.deploy;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What deploy/up was asked for. */
record UpOptions(boolean detach, boolean demo, boolean fresh, Optional<String> clockOffset) {
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
            throw new Failure("--clock-offset wants a value; see deploy/up --help");
          }
          clockOffset = Optional.of(all.next());
        }
        default -> throw new Failure("unknown option %s; see deploy/up --help".formatted(argument));
      }
    }
    return new UpOptions(detach, demo, fresh, clockOffset);
  }
}
