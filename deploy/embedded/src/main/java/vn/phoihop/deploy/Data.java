package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The data folder as a whole. */
final class Data {
  /** What the business wrote, and the secrets that belong to it; not what was only unpacked. */
  private static final List<String> KEPT_BY_PEOPLE =
      List.of("postgres/data", "kafka", "spool", "keys", "passwords", "logs", "pids");

  private final Settings settings;

  Data(Settings settings) {
    this.settings = settings;
  }

  void forget() {
    KEPT_BY_PEOPLE.forEach(name -> Folders.delete(settings.data().resolve(name)));
    try {
      Files.deleteIfExists(settings.data().resolve("clock-offset"));
    } catch (IOException e) {
      throw new Failure("cannot forget the data: " + e.getMessage(), e);
    }
  }
}
