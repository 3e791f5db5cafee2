package vn.phoihop.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What consolidation stands on: each answer is one query over enterprises, whatever the number of
 * incidents. Asked as the Department, inside the caller's transaction.
 */
@ApplicationScoped
public class AcceptedReports {

  private final ReportReadRepository reading;

  AcceptedReports(ReportReadRepository reading) {
    this.reading = reading;
  }

  /**
   * The periodic reports that count, by enterprise id.
   *
   * @param period {@code 2026-H1}
   */
  public List<AcceptedReport> of(String period) {
    return reading.accepted(period);
  }

  /** Those who owe one and have none accepted, by enterprise id; exempted ones owe none. */
  public List<OwedReport> owed(String period) {
    return reading.owed(period);
  }
}
