package vn.phoihop.reporting.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Recorded;
import vn.phoihop.reporting.figure.Totals;

class CompilationTest {

  private static final Figure A = new Figure("A", 3, 3, 1, 1, 100, 10);
  private static final Figure B = new Figure("B", 2, 2, 0, 0, 50, 0);

  /** One case is of both types. */
  private static final Totals TOTALS =
      Totals.NONE
          .with(Count.DETECTED, 4)
          .with(Count.REPORTED, 4)
          .with(Count.HANDLED, 1)
          .with(Count.TRANSFERRED, 1)
          .with(Count.DAMAGE_VND, 120)
          .with(Count.PREVENTED_VND, 30)
          .with(Count.MEASURES, 2);

  private static final Recorded RECORDED = new Recorded(List.of(A, B), TOTALS);

  @Test
  void without_corrections_a_report_says_what_is_recorded() {
    assertEquals(RECORDED, Compilation.of(RECORDED, List.of()));
  }

  @Test
  void a_total_follows_the_correction_of_its_type() {
    Recorded corrected = Compilation.of(RECORDED, List.of(of("A", Count.DETECTED, 5)));

    assertEquals(List.of(A.with(Count.DETECTED, 5), B), corrected.figures());
    assertEquals(TOTALS.with(Count.DETECTED, 6), corrected.totals());
  }

  @Test
  void a_total_follows_no_further_than_its_types_allow() {
    assertEquals(
        2, Compilation.of(RECORDED, List.of(of("A", Count.DETECTED, 0))).totals().detected());
    Recorded both =
        Compilation.of(RECORDED, List.of(of("A", Count.DETECTED, 1), of("B", Count.DETECTED, 1)));
    assertEquals(1, both.totals().detected());
    // Damage is prevented outside of cases as well: the sum of the types is no limit.
    assertEquals(
        35,
        Compilation.of(RECORDED, List.of(of("A", Count.PREVENTED_VND, 15)))
            .totals()
            .preventedVnd());
  }

  @Test
  void a_total_that_is_corrected_itself_stands_whatever_the_order() {
    List<Correction> corrections =
        List.of(
            of(null, Count.DETECTED, 7), of("A", Count.DETECTED, 5), of(null, Count.MEASURES, 9));

    assertEquals(
        TOTALS.with(Count.DETECTED, 7).with(Count.MEASURES, 9),
        Compilation.of(RECORDED, corrections).totals());
  }

  @Test
  void a_type_may_come_and_go() {
    Recorded corrected =
        Compilation.of(
            new Recorded(List.of(B), TOTALS),
            List.of(
                of("C", Count.DETECTED, 2),
                of("B", Count.DETECTED, 0),
                of("B", Count.REPORTED, 0),
                of("B", Count.DAMAGE_VND, 0)));

    assertEquals(List.of(Figure.none("C").with(Count.DETECTED, 2)), corrected.figures());
  }

  @Test
  void variance_is_what_is_recorded_now_beyond_what_was_reported() {
    Recorded now =
        new Recorded(
            List.of(A.with(Count.HANDLED, 2), Figure.none("C").with(Count.DETECTED, 1)),
            TOTALS.with(Count.HANDLED, 2));

    Recorded variance = Compilation.variance(now, RECORDED);

    assertEquals(
        List.of(
            Figure.none("A").with(Count.HANDLED, 1),
            Figure.none("B").minus(B),
            Figure.none("C").with(Count.DETECTED, 1)),
        variance.figures());
    assertEquals(Totals.NONE.with(Count.HANDLED, 1), variance.totals());
    assertEquals(List.of(), Compilation.variance(RECORDED, RECORDED).figures());
  }

  private static Correction of(String type, Count count, long value) {
    return new Correction(type, count, value, "vì sao");
  }
}
