package vn.phoihop.notification.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.time.BusinessClock;

@ApplicationScoped
public class CalendarService {

  private static final String LIST = "CALENDARS";

  private final CalendarRepository calendars;
  private final BusinessClock clock;

  CalendarService(CalendarRepository calendars, BusinessClock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Whether events of the type are anything to it. */
  public boolean hears(String eventType) {
    return eventType.equals("reference.published");
  }

  /** Keeps every version of the calendars; other lists are not read here. */
  @Transactional
  public void take(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() == null || !hears(event.type())) {
        continue;
      }
      CalendarPublished published = event.as(CalendarPublished.class);
      if (published.list().equals(LIST)) {
        // A list that cannot be read fails here, where it is put aside.
        read(published.items().toString().getBytes(StandardCharsets.UTF_8));
        calendars.add(published.version(), published.validFrom(), published.items());
      }
    }
  }

  /** As they are published; until then every Monday to Friday, at the usual hours. */
  @Transactional
  public OfficeHours officeHours() {
    return calendars
        .validOn(clock.today())
        .map(version -> OfficeHours.of(LIST + "/" + version.number(), read(version.years())))
        .orElseGet(() -> OfficeHours.of(LIST + "/0", List.of()));
  }

  private static List<CalendarYear> read(byte[] years) {
    try {
      return List.of(EventJson.read(years, CalendarYear[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
