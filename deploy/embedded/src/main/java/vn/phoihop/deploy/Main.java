package vn.phoihop.deploy;

import java.util.Arrays;
import java.util.List;

/** The commands behind deploy/*: they end with 0, or with 1 and what went wrong on stderr. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try {
      List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
      Settings settings = Settings.ofEnvironment();
      switch (arguments[0]) {
        case "up" -> Up.run(settings, UpOptions.of(options));
        case "demo" -> Up.run(settings, UpOptions.of(List.of("--detach", "--demo")));
        case "down" -> Down.run(settings);
        case "token" -> Token.print(settings, options);
        default -> throw new Failure("unknown command " + arguments[0]);
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
}
