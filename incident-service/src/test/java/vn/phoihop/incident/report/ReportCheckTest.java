package vn.phoihop.incident.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.incident.indicator.Flag;
import vn.phoihop.incident.indicator.IndicatorType;
import vn.phoihop.incident.reference.PublishedLists;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.platform.problem.ProblemException;

class ReportCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final ReferenceLists LISTS = PublishedLists.all();

  @Test
  void indicators_come_back_normalised_and_flagged() {
    List<Indicator> indicators = ReportCheck.indicators(Reports.early().build(), LISTS, NOW);

    assertEquals(
        List.of(
            new Indicator(IndicatorType.MSISDN, "0912 345 678", "+84912345678", List.of()),
            new Indicator(
                IndicatorType.IMEI,
                "490154203237517",
                "490154203237517",
                List.of(Flag.CHECK_DIGIT)),
            new Indicator(
                IndicatorType.CELL_ID, "452-04-1234-56789", "452-04-1234-56789", List.of())),
        indicators);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          detectedAt           | 2026-03-10T02:05:01Z              | /detectedAt         | FUTURE
          awareAt              | 2027-01-01T00:00:00Z              | /awareAt            | FUTURE
          occurredFrom         | 2027-01-01T00:00:00Z              | /occurredFrom       | FUTURE
          occurredTo           | 2027-01-01T00:00:00Z              | /occurredTo         | FUTURE
          leadershipNotifiedAt | 2027-01-01T00:00:00Z              | /leadershipNotifiedAt | FUTURE
          violationTypes       | ["TEL_FEE_THEFT", "TEL_NOTHING"]  | /violationTypes/1   | UNKNOWN_CODE
          detectionMethod      | DREAM                             | /detectionMethod    | UNKNOWN_CODE
          stateSecretGrade     | MAT                               | /stateSecretGrade   | STATE_SECRET
          indicators           | [{"type":"IP","value":"10.0.0.1"},{"type":"IP","value":"300.1.1.1"}] | /indicators/1/value | MALFORMED_INDICATOR
          """)
  void what_is_wrong_is_named(String field, String value, String pointer, String code) {
    IncidentReport report = Reports.early().with(field, value).build();

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> ReportCheck.indicators(report, LISTS, NOW));

    assertEquals(1, refusal.errors().size());
    assertEquals(pointer, refusal.errors().get(0).pointer());
    assertEquals(code, refusal.errors().get(0).code());
  }

  @Test
  void everything_wrong_is_named_at_once() {
    IncidentReport report =
        Reports.early()
            .with("occurredFrom", "2026-03-10T01:00:00Z")
            .with("occurredTo", "2026-03-10T00:59:59Z")
            .with("violationTypes", "[\"X\"]")
            .build();

    ProblemException refusal =
        assertThrows(ProblemException.class, () -> ReportCheck.indicators(report, LISTS, NOW));

    assertEquals(
        List.of("/occurredTo", "/violationTypes/0"),
        refusal.errors().stream().map(error -> error.pointer()).toList());
  }

  @Test
  void a_clock_five_minutes_ahead_is_forgiven() {
    IncidentReport report = Reports.early().with("detectedAt", "2026-03-10T02:05:00Z").build();

    assertEquals(3, ReportCheck.indicators(report, LISTS, NOW).size());
  }
}
