package vn.phoihop.reporting.consolidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.reporting.figure.Count;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;
import vn.phoihop.reporting.report.AcceptedReport;
import vn.phoihop.reporting.report.OwedReport;
import vn.phoihop.reporting.report.OwedReport.Why;

class ConsolidationTest {

  private static final Figure SIMBOX = new Figure("TEL_BYPASS_SIMBOX", 3, 2, 1, 1, 100, 10);
  private static final Figure MORE = new Figure("TEL_BYPASS_SIMBOX", 30, 20, 10, 10, 1000, 100);
  private static final Figure CONTRABAND = new Figure("POST_CONTRABAND", 5, 5, 5, 5, 5, 5);

  @Test
  void figures_are_the_sums_in_the_order_of_their_types() {
    Consolidation sum = consolidate(List.of(), report(1, SIMBOX), report(2, MORE, CONTRABAND));

    assertEquals(
        List.of(CONTRABAND, new Figure("TEL_BYPASS_SIMBOX", 33, 22, 11, 11, 1100, 110)),
        sum.figures());
    assertEquals(2, sum.totals().get(Count.MEASURES));
  }

  @Test
  void a_type_with_nothing_is_absent() {
    assertEquals(
        List.of(SIMBOX),
        consolidate(List.of(), report(1, SIMBOX), report(2, Figure.none("OTHER"))).figures());
  }

  @Test
  void nobody_is_both_in_and_missing() {
    OwedReport acceptedMeanwhile = new OwedReport(id(1), "A", Why.NOT_ACCEPTED);
    OwedReport missing = new OwedReport(id(9), "B", Why.MISSING);

    Consolidation sum = consolidate(List.of(acceptedMeanwhile, missing), report(1, SIMBOX));

    assertEquals(List.of(MissingEnterprise.of(missing)), sum.missing());
  }

  @Test
  void nothing_accepted_is_a_report_too() {
    Consolidation sum = consolidate(List.of());

    assertEquals(List.of(), sum.figures());
    assertEquals(Totals.NONE, sum.totals());
  }

  @Test
  void the_snapshot_tells_equal_content_from_other_content() {
    String snapshot = consolidate(List.of(), report(1, SIMBOX)).snapshot();

    assertEquals(snapshot, consolidate(List.of(), report(1, SIMBOX)).snapshot());
    assertNotEquals(snapshot, consolidate(List.of(), report(2, SIMBOX)).snapshot());
    assertNotEquals(snapshot, consolidate(List.of(), report(1, MORE)).snapshot());
    assertNotEquals(
        snapshot,
        consolidate(List.of(new OwedReport(id(9), "B", Why.MISSING)), report(1, SIMBOX))
            .snapshot());
    assertNotEquals(
        snapshot,
        Consolidation.of(
                "2026-H1",
                List.of(),
                List.of(report(1, SIMBOX)),
                List.of(new SectionText("PROPOSALS", "x")))
            .snapshot());
  }

  /** As canonical as documented: whoever has the content can compute it. */
  @Test
  void the_snapshot_is_the_hash_of_the_documented_text() throws NoSuchAlgorithmException {
    String figure =
        """
        {"violationType":"TEL_BYPASS_SIMBOX","detected":3,"reported":2,"handled":1,"transferred":1,"damageVnd":100,"preventedVnd":10}""";
    String totals =
        """
        {"detected":1,"reported":1,"handled":1,"transferred":1,"damageVnd":1,"preventedVnd":1,"requestsReceived":1,\
        "answered":1,"answeredOnTime":1,"partial":1,"refused":1,"measures":1,"exchangesSent":1,"exchangesReceived":1}""";
    String text =
        """
        {"period":"2026-H1","included":[{"enterpriseId":"00000000-0000-0000-0000-000000000001",\
        "enterpriseName":"Công ty 1","reportId":"00000000-0000-0000-0000-000000000065","version":1,"nil":false,\
        "figures":[FIGURE],"totals":TOTALS}],"missing":[],"figures":[FIGURE],"totals":TOTALS,"sections":[]}"""
            .replace("FIGURE", figure)
            .replace("TOTALS", totals);

    assertEquals(
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))),
        consolidate(List.of(), report(1, SIMBOX)).snapshot());
  }

  private static Consolidation consolidate(List<OwedReport> owed, AcceptedReport... reports) {
    return Consolidation.of("2026-H1", owed, List.of(reports), List.of());
  }

  private static AcceptedReport report(int n, Figure... figures) {
    return new AcceptedReport(
        id(n), "Công ty " + n, id(100 + n), 1, false, List.of(figures), Totals.of(count -> 1));
  }

  private static UUID id(int n) {
    return new UUID(0, n);
  }
}
