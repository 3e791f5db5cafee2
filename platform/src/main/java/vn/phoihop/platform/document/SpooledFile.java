package vn.phoihop.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body received whole, before any transaction is open; deleted when closed.
 *
 * @param size bytes
 * @param sha256 lower-case hex
 */
public record SpooledFile(Path path, long size, String sha256) implements AutoCloseable {

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
