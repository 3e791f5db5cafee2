package vn.phoihop.notification.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.phoihop.platform.test.Docs;

/** The event types whose schemas docs/events has, other services' and with an audience. */
public final class PublishedTypes {

  private static final String SUFFIX = ".v1.schema.json";

  private PublishedTypes() {}

  public static List<String> withAudience() {
    try (Stream<Path> files = Files.list(Docs.path("events"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("envelope"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .filter(type -> !type.startsWith("delivery.") && !type.equals("contact.changed"))
          .filter(type -> !type.equals("reference.published"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
