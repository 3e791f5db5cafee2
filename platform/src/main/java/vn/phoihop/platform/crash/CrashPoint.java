package vn.phoihop.platform.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a test can let the process end as by kill -9. Whoever starts the service names a
 * folder, PHOIHOP_CRASH_POINTS, and puts a file SERVICE.NAME there; the first to pass the point
 * takes the file away and halts. The environment is read once, at the start, and by nothing that a
 * caller sends: where it is not set, which is everywhere but in deploy/acceptance, a point is a
 * comparison with null.
 */
public final class CrashPoint {

  private static final Logger LOG = Logger.getLogger(CrashPoint.class);
  private static final int AS_BY_KILL_9 = 137;
  private static final @Nullable Path FOLDER = folder();
  private static final String SERVICE =
      ConfigProvider.getConfig()
          .getOptionalValue("quarkus.application.name", String.class)
          .orElse("");

  private CrashPoint() {}

  public static void reached(String name) {
    if (FOLDER != null && taken(FOLDER.resolve(SERVICE + "." + name))) {
      Runtime.getRuntime().halt(AS_BY_KILL_9);
    }
  }

  private static boolean taken(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Path folder() {
    String folder = System.getenv("PHOIHOP_CRASH_POINTS");
    if (folder == null || folder.isBlank()) {
      return null;
    }
    LOG.warnf("this process ends at points that %s names: for tests alone", folder);
    return Path.of(folder);
  }
}
