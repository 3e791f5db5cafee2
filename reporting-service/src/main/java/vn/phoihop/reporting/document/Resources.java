package vn.phoihop.reporting.document;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files under resources/document. */
final class Resources {

  private Resources() {}

  static InputStream open(String name) throws FileNotFoundException {
    InputStream file = Resources.class.getResourceAsStream("/document/" + name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file;
  }

  static String text(String name) {
    try (InputStream file = open(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
