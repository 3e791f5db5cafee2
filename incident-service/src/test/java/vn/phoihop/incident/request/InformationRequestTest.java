package vn.phoihop.incident.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.state.ForbiddenTransition;
import vn.phoihop.platform.time.DueTime;
import vn.phoihop.platform.time.WorkingCalendar;

/** The clock of a request, hour by hour; 2026-03-10 is a Tuesday. */
class InformationRequestTest {

  private static final UUID ENTERPRISE = UUID.fromString("019a1f6e-7c00-7000-8000-000000000001");
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(
          "CALENDARS/1", Set.of(LocalDate.parse("2026-03-17")), Set.of(), Set.of(2026), Set.of());
  private static final Timing TIMING = new Timing(Duration.ofHours(48), Duration.ofHours(24));
  private static final Reckoning RECKONING = new Reckoning(CALENDAR, TIMING);
  private static final Statuses ALL_FULL = new Statuses(2, 0, 0);

  private final InformationRequest request =
      new InformationRequest(
          UUID.fromString("019a1f6e-7c00-7000-8000-000000000011"),
          "YC-2026-000123",
          "POLICE",
          new AskInformation(
              ENTERPRISE,
              "PREVENTION",
              "Luật",
              null,
              null,
              Priority.ROUTINE,
              List.of(
                  new AskedItem("SUBSCRIBER", "a", null, null),
                  new AskedItem("TRAFFIC_CDR", "b", null, null)),
              null,
              null,
              null,
              null,
              null),
          hanoi("2026-03-10T09:00"));

  @Test
  void ten_working_days_stand_while_it_is_not_the_enterprises_turn() {
    issue(10, DueTime.Unit.WORKING_DAYS);
    assertEquals(hanoi("2026-03-26T00:00"), due(), "ten working days, without the 17th");

    request.clarify(hanoi("2026-03-12T15:00"));
    assertEquals(hanoi("2026-03-12T15:00"), request.clock().stoppedAt());
    request.clarified(RECKONING, hanoi("2026-03-18T08:00"));

    assertEquals(RequestState.ISSUED, request.state());
    assertNull(request.clock().stoppedAt());
    assertEquals(hanoi("2026-03-31T00:00"), due(), "13th, 16th and 18th stood still");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10T10:00, 2026-03-10T13:30, 2026-03-10T20:30",
    "2026-03-10T16:59, 2026-03-12T16:59, 2026-03-12T17:00"
  })
  void real_hours_stand_to_the_minute(String stopped, String resumed, String due) {
    issue(8, DueTime.Unit.REAL_HOURS);
    assertEquals(hanoi("2026-03-10T17:00"), due());
    request.acknowledge(hanoi("2026-03-10T09:30"));

    request.object(hanoi(stopped));
    request.overrule(RECKONING, hanoi(resumed));

    assertEquals(RequestState.ACKNOWLEDGED, request.state());
    assertEquals(hanoi(due), due());
  }

  @Test
  void who_answers_late_stays_late_and_who_is_sent_back_gets_no_less_time() {
    issue(3, DueTime.Unit.WORKING_DAYS);
    assertEquals(hanoi("2026-03-14T00:00"), due());
    request.acknowledge(hanoi("2026-03-10T10:00"));
    request.answer(ALL_FULL, hanoi("2026-03-13T23:59"));
    assertEquals(true, request.progress().onTime());

    request.giveBack(List.of("INACCURATE"), RECKONING, hanoi("2026-03-16T09:00"));
    assertEquals(hanoi("2026-03-17T00:00"), due(), "the day that it had left");
    RequestEvent late = request.answer(ALL_FULL, hanoi("2026-03-18T09:00"));

    assertEquals(false, late.facts().onTime());
    assertEquals(2, request.progress().answers());
    request.giveBack(List.of("INACCURATE"), RECKONING, hanoi("2026-03-19T09:00"));
    assertEquals(hanoi("2026-03-19T00:00"), due(), "the 17th is off");
    assertEquals(false, request.answer(ALL_FULL, hanoi("2026-03-19T10:00")).facts().onTime());
  }

  @Test
  void a_request_goes_back_to_where_it_was_clarified_or_objected_from() {
    issue(10, DueTime.Unit.WORKING_DAYS);
    request.acknowledge(hanoi("2026-03-10T10:00"));
    request.answer(ALL_FULL, hanoi("2026-03-11T10:00"));
    request.giveBack(List.of("INCOMPLETE"), RECKONING, hanoi("2026-03-12T10:00"));
    request.clarify(hanoi("2026-03-12T11:00"));
    request.clarified(RECKONING, hanoi("2026-03-12T12:00"));
    assertEquals(RequestState.RETURNED, request.state());
    request.object(hanoi("2026-03-12T13:00"));
    request.overrule(RECKONING, hanoi("2026-03-12T14:00"));
    assertEquals(RequestState.RETURNED, request.state());

    ForbiddenTransition refused =
        assertThrows(ForbiddenTransition.class, () -> request.uphold(hanoi("2026-03-12T15:00")));
    assertEquals("RETURNED", refused.state());
  }

  @Test
  void more_time_is_later_than_the_due_time() {
    issue(3, DueTime.Unit.WORKING_DAYS);

    assertThrows(
        ProblemException.class, () -> request.askExtension(due(), hanoi("2026-03-10T10:00")));
  }

  @Test
  void more_time_is_asked_for_once_and_once_more_when_the_asker_allows_it() {
    issue(3, DueTime.Unit.WORKING_DAYS);
    Instant longer = hanoi("2026-03-20T17:00");
    request.askExtension(longer, hanoi("2026-03-10T10:00"));
    assertThrows(
        ForbiddenTransition.class,
        () -> request.askExtension(longer.plusSeconds(1), hanoi("2026-03-10T11:00")));
    request.grantExtension(TIMING, hanoi("2026-03-10T12:00"));
    assertEquals(longer, due());
    assertEquals(longer.minus(Duration.ofHours(48)), request.nextReminderAt());

    ForbiddenTransition again =
        assertThrows(
            ForbiddenTransition.class,
            () -> request.askExtension(longer.plusSeconds(1), hanoi("2026-03-10T13:00")));
    assertEquals(List.of("allow-extension"), again.allowed());

    request.allowExtension();
    request.askExtension(longer.plusSeconds(1), hanoi("2026-03-10T14:00"));
    request.denyExtension();
    assertEquals(longer, due());
  }

  @Test
  void reminders_come_before_at_and_after_the_due_time_and_never_while_the_clock_stands() {
    issue(3, DueTime.Unit.WORKING_DAYS);
    assertEquals(hanoi("2026-03-12T00:00"), request.nextReminderAt());
    assertEquals(ReminderLevel.PRE_DUE, remindedAt("2026-03-12T00:00"));
    assertEquals(hanoi("2026-03-14T00:00"), request.nextReminderAt());
    request.clarify(hanoi("2026-03-13T08:00"));
    assertNull(request.nextReminderAt());
    request.clarified(RECKONING, hanoi("2026-03-13T09:00"));
    assertEquals(hanoi("2026-03-14T00:00"), request.nextReminderAt());
    assertEquals(ReminderLevel.DUE, remindedAt("2026-03-14T00:00"));
    assertEquals(hanoi("2026-03-15T00:00"), request.nextReminderAt());
    assertEquals(ReminderLevel.OVERDUE, remindedAt("2026-03-15T00:00"));
    assertNull(request.nextReminderAt());
  }

  @Test
  void what_was_slept_through_is_not_said_any_more() {
    issue(3, DueTime.Unit.WORKING_DAYS);

    assertEquals(ReminderLevel.OVERDUE, remindedAt("2026-03-20T00:00"));
    assertNull(request.nextReminderAt());
  }

  @Test
  void without_a_rule_in_force_nothing_is_due() {
    request.issue(new Terms(null, null, null), TIMING, hanoi("2026-03-10T09:00"));
    request.acknowledge(hanoi("2026-03-10T10:00"));

    RequestEvent answered = request.answer(ALL_FULL, hanoi("2026-06-10T10:00"));

    assertNull(answered.facts().dueAt());
    assertNull(answered.facts().onTime());
    assertNull(request.nextReminderAt());
  }

  @ParameterizedTest
  @CsvSource({"2, 0, 0, 100", "1, 0, 1, 50", "0, 1, 0, 25", "0, 0, 2, 0", "1, 1, 0, 75"})
  void a_full_answer_counts_whole_and_a_partial_one_half(
      int full, int partial, int none, int percent) {
    assertEquals(percent, new Statuses(full, partial, none).completeness(2));
  }

  private void issue(int amount, DueTime.Unit unit) {
    Instant at = hanoi("2026-03-10T09:00");
    DueTime due = DueTime.of("REQUEST_ROUTINE", amount, unit, at, CALENDAR);
    request.issue(new Terms(RequestClock.of(due), null, null), TIMING, at);
  }

  private ReminderLevel remindedAt(String at) {
    return request.reminded(TIMING, hanoi(at)).facts().level();
  }

  private Instant due() {
    return request.clock().dueAt();
  }

  private static Instant hanoi(String local) {
    return java.time.LocalDateTime.parse(local).toInstant(java.time.ZoneOffset.ofHours(7));
  }
}
