package vn.phoihop.incident.request;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(requiredProperties = {"anchor", "rule", "calendarVersion", "provisional", "stops"})
record ClockView(
    @Schema(description = "from when it is reckoned: when the request was issued") Instant anchor,
    @Schema(description = "the rule as it was then", examples = "REQUEST_ROUTINE 10 WORKING_DAYS")
        String rule,
    @Schema(description = "whose working days were counted last", examples = "CALENDARS/1")
        String calendarVersion,
    @Schema(description = "counted over days off that nobody has confirmed") boolean provisional,
    @Schema(description = "since when it stands; absent while it runs") @Nullable Instant stoppedAt,
    @Schema(description = "when it stood, oldest first") List<Stop> stops) {

  @Schema(
      name = "ClockStop",
      requiredProperties = {
        "cause",
        "stoppedAt",
        "resumedAt",
        "dueBefore",
        "dueAfter",
        "calendarVersion"
      })
  record Stop(
      @Schema(description = "the state in which it stood") RequestState cause,
      Instant stoppedAt,
      Instant resumedAt,
      Instant dueBefore,
      Instant dueAfter,
      String calendarVersion) {

    static Stop of(ClockStop stop) {
      return new Stop(
          stop.cause(),
          stop.stoppedAt(),
          stop.resumedAt(),
          stop.dueBefore(),
          stop.dueAfter(),
          stop.calendarVersion());
    }
  }

  static ClockView of(RequestClock clock, List<ClockStop> stops) {
    return new ClockView(
        clock.anchor(),
        clock.rule(),
        clock.calendarVersion(),
        clock.provisional(),
        clock.stoppedAt(),
        stops.stream().map(Stop::of).toList());
  }
}
