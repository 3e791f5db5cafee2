package vn.phoihop.notification.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.phoihop.notification.calendar.CalendarService;
import vn.phoihop.notification.calendar.OfficeHours;
import vn.phoihop.platform.time.DueTime;

/** How long a rung has. */
@ApplicationScoped
class EscalationClock {

  private final CalendarService calendars;
  private final EscalationSettings settings;

  EscalationClock(CalendarService calendars, EscalationSettings settings) {
    this.calendars = calendars;
    this.settings = settings;
  }

  DueTime due(String priority, Instant anchor) {
    OfficeHours office = calendars.officeHours();
    return switch (priority) {
      case "EMERGENCY" -> office.dayAndNight("ESCALATE_EMERGENCY", settings.emergency(), anchor);
      case "URGENT" -> office.after("ESCALATE_URGENT", settings.urgent(), anchor);
      default -> office.after("ESCALATE_ROUTINE", settings.routine(), anchor);
    };
  }
}
