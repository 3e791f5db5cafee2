package vn.phoihop.reporting.report;

import java.util.UUID;

/** An enterprise that owes a periodic report of which no version was accepted. */
public record OwedReport(UUID enterpriseId, String name, Why why) {

  public enum Why {
    /** Nothing was submitted. */
    MISSING,
    /** Something was submitted, and nothing accepted. */
    NOT_ACCEPTED
  }
}
