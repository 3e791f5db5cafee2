package vn.phoihop.reporting.document;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;

/** What an office file says of itself: the time is that of its content, not of its making. */
final class OfficeProperties {

  private OfficeProperties() {}

  static void set(CoreProperties core, String title, String author, Instant at) throws IOException {
    String time = at.truncatedTo(ChronoUnit.SECONDS).toString();
    core.setTitle(title);
    core.setCreator(author);
    try {
      core.setCreated(time);
      core.setModified(time);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
