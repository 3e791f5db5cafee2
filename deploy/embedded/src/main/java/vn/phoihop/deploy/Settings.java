package vn.phoihop.deploy;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where one stack lives.
 *
 * @param root the checkout
 * @param run the folder with the runnable copies this launcher was started from
 * @param data PHOIHOP_DATA, or .data in the checkout
 * @param portOffset PHOIHOP_PORT_OFFSET, 0 to 40000
 */
public record Settings(Path root, Path run, Path data, int portOffset) {
  private static final int MAX_OFFSET = 40_000;

  static Settings ofEnvironment() {
    return of(
        System.getenv(),
        Path.of(System.getProperty("phoihop.root", ".")),
        Path.of(System.getProperty("phoihop.run", ".")));
  }

  static Settings of(Map<String, String> environment, Path root, Path run) {
    Path home = root.toAbsolutePath().normalize();
    String data = environment.getOrDefault("PHOIHOP_DATA", "");
    return new Settings(
        home,
        run.toAbsolutePath().normalize(),
        data.isBlank() ? home.resolve(".data") : Path.of(data).toAbsolutePath().normalize(),
        offset(environment.getOrDefault("PHOIHOP_PORT_OFFSET", "0")));
  }

  private static int offset(String text) {
    try {
      int offset = Integer.parseInt(text.strip());
      if (offset >= 0 && offset <= MAX_OFFSET) {
        return offset;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new Failure(
        "PHOIHOP_PORT_OFFSET must be a number from 0 to %d, not '%s'".formatted(MAX_OFFSET, text));
  }

  public int port(Port port) {
    return port.base + portOffset;
  }

  /** The address of a port that people, browsers and tokens use. */
  public String url(Port port) {
    return "http://localhost:" + port(port);
  }

  public String issuer() {
    return url(Port.KEYCLOAK) + "/realms/phoihop";
  }

  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }
}
