package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The room on the disk of the data folder. */
final class Disk {
  private static final int MEGABYTE = 1_000_000;

  /** PostgreSQL and Keycloak unpacked, their data, Kafka's, and the logs of a while. */
  private static final long FIRST_START = 2000L * MEGABYTE;

  private static final long LATER_START = 300L * MEGABYTE;
  private static final long FULL = 50L * MEGABYTE;

  private Disk() {}

  /** Said before anything is started: a full disk shows in many ways, and none of them says so. */
  static void require(Path data) {
    Folders.createPrivate(data);
    boolean first = !Files.exists(data.resolve("postgres/data"));
    long free = free(data);
    shortage(data, free, first)
        .ifPresent(
            complaint -> {
              throw new Failure(complaint);
            });
  }

  static Optional<String> shortage(Path data, long free, boolean first) {
    long wanted = first ? FIRST_START : LATER_START;
    return free >= wanted
        ? Optional.empty()
        : Optional.of(
            "the disk of %s is nearly full: %d MB are free, %d MB are wanted"
                .formatted(data, free / MEGABYTE, wanted / MEGABYTE));
  }

  /** What is added to whatever went wrong, where the disk ran full meanwhile; else nothing. */
  static String hint(Path data) {
    long free = Files.exists(data) ? free(data) : FULL;
    return free >= FULL
        ? ""
        : "%nThe disk of %s is full: %d MB are free".formatted(data, free / MEGABYTE);
  }

  private static long free(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      throw new Failure("cannot look at the disk of " + data, e);
    }
  }
}
