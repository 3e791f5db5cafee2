package vn.phoihop.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository's docs/, which tests hold the code against. */
public final class Docs {

  private Docs() {}

  public static Path path(String first, String... more) {
    return Path.of(System.getProperty("phoihop.root"), "docs").resolve(Path.of(first, more));
  }

  public static String read(String first, String... more) {
    try {
      return Files.readString(path(first, more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
