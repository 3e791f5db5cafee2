package vn.phoihop.deploy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The commands behind deploy/*: they end with 0, or with 1 and what went wrong on stderr. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try {
      Settings settings = Settings.ofEnvironment();
      try {
        run(settings, arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
      } catch (Failure e) {
        throw new Failure(e.getMessage() + Disk.hint(settings.data()), e);
      } catch (UncheckedIOException e) {
        throw new Failure(
            "%s (%s)%s".formatted(e.getMessage(), e.getCause(), Disk.hint(settings.data())), e);
      }
    } catch (Failure e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      System.err.println("error: " + e);
      e.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run(Settings settings, String command, List<String> options) {
    switch (command) {
      case "up" -> Up.run(settings, UpOptions.of(options));
      case "demo" -> {
        requireNone(command, options);
        Up.run(settings, UpOptions.of(List.of("--detach", "--demo")));
      }
      case "down" -> {
        requireNone(command, options);
        Down.run(settings);
      }
      case "token" -> Token.print(settings, options);
      default -> throw new Failure("unknown command " + command);
    }
  }

  private static void requireNone(String command, List<String> options) {
    if (!options.isEmpty()) {
      throw new Failure(
          "deploy/%s takes no options, not '%s'".formatted(command, String.join(" ", options)));
    }
  }
}
