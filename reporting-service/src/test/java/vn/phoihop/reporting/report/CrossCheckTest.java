package vn.phoihop.reporting.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

class CrossCheckTest {

  private static final Map<String, String> ALL_SECTIONS =
      Map.of(
          "SITUATION",
          "…",
          "PREVENTION",
          "…",
          "DETECTION",
          "…",
          "HANDLING",
          "…",
          "COORDINATION",
          "…");
  private static final ReportContent CONTENT = new ReportContent(ALL_SECTIONS, List.of(), false);
  private static final Figure FIGURE = new Figure("A", 3, 3, 1, 1, 100, 10);
  private static final Totals TOTALS =
      Totals.of(count -> FIGURE.get(count))
          .with(Count.REQUESTS_RECEIVED, 4)
          .with(Count.ANSWERED, 3)
          .with(Count.ANSWERED_ON_TIME, 2)
          .with(Count.PARTIAL, 1)
          .with(Count.REFUSED, 1);

  @Test
  void a_sound_report_passes() {
    assertEquals(Set.of(), found(CONTENT, FIGURE, TOTALS, TOTALS, true));
  }

  @Test
  void a_correction_needs_a_reason() {
    for (String reason : new String[] {null, "", "  "}) {
      ReportContent content =
          new ReportContent(
              ALL_SECTIONS, List.of(new Correction("A", Count.DETECTED, 3L, reason)), false);
      assertEquals(
          Set.of("CORRECTION_WITHOUT_REASON /corrections/0/reason"),
          found(content, FIGURE, TOTALS, null, true));
    }
  }

  @Test
  void nothing_is_declared_exactly_when_there_is_nothing() {
    ReportContent nil = new ReportContent(Map.of(), List.of(), true);

    assertEquals(Set.of("NIL_WITH_FIGURES /nil"), found(nil, FIGURE, TOTALS, null, true));
    assertEquals(Set.of(), found(nil, null, Totals.NONE, null, true));
    assertEquals(Set.of("NOTHING_UNDECLARED /nil"), found(CONTENT, null, Totals.NONE, null, true));
  }

  @Test
  void cases_are_detected_then_reported_then_handled_or_transferred() {
    assertEquals(
        Set.of(
            "REPORTED_OVER_DETECTED /figures/0/reported", "TOTAL_UNLIKE_FIGURES /totals/detected"),
        found(CONTENT, FIGURE.with(Count.DETECTED, 2), TOTALS, null, true));
    assertEquals(
        Set.of("HANDLED_OVER_REPORTED /figures/0/handled", "TOTAL_UNLIKE_FIGURES /totals/handled"),
        found(CONTENT, FIGURE.with(Count.HANDLED, 4), TOTALS, null, true));
    assertEquals(
        Set.of(
            "TRANSFERRED_OVER_REPORTED /totals/transferred",
            "TOTAL_UNLIKE_FIGURES /totals/transferred"),
        found(CONTENT, FIGURE, TOTALS.with(Count.TRANSFERRED, 4), null, true));
  }

  @Test
  void a_total_lies_between_the_largest_type_and_their_sum() {
    for (Count count : Count.OF_CASES) {
      assertTrue(
          found(CONTENT, FIGURE, TOTALS.with(count, FIGURE.get(count) - 1), null, true)
              .contains("TOTAL_UNLIKE_FIGURES /totals/" + count.member()));
      assertEquals(
          count != Count.PREVENTED_VND,
          found(CONTENT, FIGURE, TOTALS.with(count, FIGURE.get(count) + 1), null, true)
              .contains("TOTAL_UNLIKE_FIGURES /totals/" + count.member()));
    }
  }

  @Test
  void no_more_is_answered_than_asked() {
    assertEquals(
        Set.of("ANSWERS_UNLIKE_REQUESTS /totals/answered"),
        found(CONTENT, FIGURE, TOTALS.with(Count.REQUESTS_RECEIVED, 2), null, true));
    assertEquals(
        Set.of("ANSWERS_UNLIKE_REQUESTS /totals/answeredOnTime"),
        found(CONTENT, FIGURE, TOTALS.with(Count.ANSWERED_ON_TIME, 4), null, true));
    assertEquals(
        Set.of("ANSWERS_UNLIKE_REQUESTS /totals/partial"),
        found(CONTENT, FIGURE, TOTALS.with(Count.REFUSED, 3), null, true));
  }

  @Test
  void what_is_odd_is_said_and_may_be_submitted() {
    ReportContent silent =
        new ReportContent(Map.of("SITUATION", "…", "PROPOSALS", "…"), List.of(), false);
    List<Finding> findings =
        CrossCheck.of(
            silent, new Recorded(List.of(FIGURE), TOTALS), TOTALS.with(Count.DETECTED, 10), false);

    assertEquals(
        Set.of(
            "SECTION_MISSING /sections/PREVENTION",
            "SECTION_MISSING /sections/DETECTION",
            "SECTION_MISSING /sections/HANDLING",
            "SECTION_MISSING /sections/COORDINATION",
            "FAR_FROM_PREVIOUS /totals/detected",
            "PERIOD_NOT_OVER /period"),
        texts(findings));
    findings.forEach(finding -> assertEquals(Rule.Level.WARNING, finding.level()));
  }

  @Test
  void three_times_as_many_as_before_is_not_far_yet() {
    assertEquals(Set.of(), found(CONTENT, FIGURE, TOTALS, TOTALS.with(Count.DETECTED, 9), true));
    assertEquals(Set.of(), found(CONTENT, FIGURE, TOTALS, TOTALS.with(Count.DETECTED, 1), true));
    assertEquals(
        Set.of("FAR_FROM_PREVIOUS /totals/detected"),
        found(
            CONTENT,
            FIGURE.with(Count.DETECTED, 4),
            TOTALS.with(Count.DETECTED, 4),
            TOTALS.with(Count.DETECTED, 1),
            true));
  }

  @Test
  void every_rule_that_refuses_has_words_in_both_languages() throws Exception {
    for (String language : List.of("vi", "en")) {
      Properties texts = new Properties();
      try (var in = getClass().getResourceAsStream("/problems_" + language + ".properties")) {
        texts.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
      }
      for (Rule rule : EnumSet.allOf(Rule.class)) {
        if (rule.level() == Rule.Level.ERROR) {
          assertEquals(
              language.equals("vi") ? rule.vi() : rule.en(),
              texts.getProperty("error." + rule.name()));
        }
      }
    }
    assertEquals(
        Rule.values().length,
        Arrays.stream(Rule.values()).map(Rule::vi).collect(Collectors.toSet()).size());
  }

  private static Set<String> found(
      ReportContent content, Figure figure, Totals totals, Totals previous, boolean over) {
    List<Figure> figures = figure == null ? List.of() : List.of(figure);
    return texts(CrossCheck.of(content, new Recorded(figures, totals), previous, over));
  }

  private static Set<String> texts(List<Finding> findings) {
    return findings.stream()
        .map(finding -> finding.rule() + " " + finding.pointer())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
