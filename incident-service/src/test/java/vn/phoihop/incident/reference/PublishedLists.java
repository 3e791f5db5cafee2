package vn.phoihop.incident.reference;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The published lists for tests of other features. */
public final class PublishedLists {

  private PublishedLists() {}

  public static ReferenceLists all() {
    try {
      return ReferenceListsTest.published();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
