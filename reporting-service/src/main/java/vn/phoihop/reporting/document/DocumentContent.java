package vn.phoihop.reporting.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.figure.Totals;

/**
 * All that a document says.
 *
 * @param number which one of the period it is
 * @param at when its content was fixed; the files name it as their time
 * @param place where it is issued, as written before the date
 * @param names of those who write and receive it, on its day
 * @param labels of codes of violation types and sections, in Vietnamese
 * @param sections what the Department adds to each section, by code, in their order
 * @param signing null until it is signed
 */
public record DocumentContent(
    Period period,
    int number,
    Instant at,
    String place,
    Names names,
    Map<String, String> labels,
    List<Figure> figures,
    Totals totals,
    List<Section> sections,
    int included,
    List<Missing> missing,
    String snapshot,
    @Nullable Signing signing) {

  /**
   * Who writes and who receives it.
   *
   * @param parent whom the author belongs to
   */
  public record Names(String author, @Nullable String parent, List<String> recipients) {}

  /** A code of REPORT_SECTIONS and what is written under it, which may be nothing. */
  public record Section(String code, String text) {}

  /**
   * An enterprise whose report is not in it.
   *
   * @param submitted it has sent one, which is not accepted
   */
  public record Missing(String name, boolean submitted) {}

  /** The number, day and signer that were put on it. */
  public record Signing(String number, LocalDate date, String name, String title) {}

  /** What one enterprise's accepted report adds: a row, or several, of the spreadsheet. */
  public record Source(
      UUID enterpriseId,
      String enterpriseName,
      UUID reportId,
      long version,
      List<Figure> figures,
      Totals totals) {}

  String label(String code) {
    return labels.getOrDefault(code, code);
  }
}
