package vn.phoihop.incident.file;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.Tika;

/** Finds what a file is. */
@Singleton
public class MediaTypes {

  private final Tika tika = new Tika();

  /**
   * By its first bytes; the name only tells apart what looks alike (text kinds, zipped office
   * files).
   */
  public String of(Path file, String name) {
    try (InputStream content = Files.newInputStream(file)) {
      return tika.detect(content, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
