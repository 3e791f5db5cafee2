package vn.phoihop.reporting.consolidation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;
import vn.phoihop.reporting.report.AcceptedReport;
import vn.phoihop.reporting.report.OwedReport;

/**
 * The content of a consolidated report, in canonical order: enterprises by id, figures by violation
 * type. Equal accepted versions, equal missing ones and equal sections give an equal snapshot.
 *
 * @param included the accepted versions that the figures are the sums of
 */
record Consolidation(
    String period,
    List<AcceptedReport> included,
    List<MissingEnterprise> missing,
    List<Figure> figures,
    Totals totals,
    List<SectionText> sections) {

  /**
   * Sums up.
   *
   * @param owed as they stood no later than {@code accepted}: what was accepted in between is in
   */
  static Consolidation of(
      String period,
      List<OwedReport> owed,
      List<AcceptedReport> accepted,
      List<SectionText> sections) {
    Set<UUID> in = accepted.stream().map(AcceptedReport::enterpriseId).collect(Collectors.toSet());
    TreeMap<String, Figure> figures = new TreeMap<>();
    accepted.stream()
        .flatMap(report -> report.figures().stream())
        .forEach(figure -> figures.merge(figure.violationType(), figure, Figure::plus));
    return new Consolidation(
        period,
        accepted,
        owed.stream()
            .filter(report -> !in.contains(report.enterpriseId()))
            .map(MissingEnterprise::of)
            .toList(),
        figures.values().stream().filter(figure -> !figure.isNone()).toList(),
        accepted.stream().map(AcceptedReport::totals).reduce(Totals.NONE, Totals::plus),
        sections);
  }

  /** SHA-256 of it as compact JSON, its members in the order of the components, in hexadecimal. */
  String snapshot() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(EventJson.write(this).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
