package vn.phoihop.incident.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import vn.phoihop.platform.time.BusinessClock;

/**
 * Gives out receipt numbers (TB: tin báo), counted from 1 each year. An instance takes them from
 * the year's sequence in blocks, so that of a hundred reports one asks; what is left of a block
 * when it stops is a gap.
 */
@Singleton
class ReceiptNumbers {

  static final int BLOCK = 100;

  private final IncidentRepository incidents;
  private int year;
  private long next;
  private long end;

  ReceiptNumbers(IncidentRepository incidents) {
    this.incidents = incidents;
  }

  /**
   * {@code TB-2026-000123}, of the year in Hanoi. Asks, where it must, in the caller's transaction.
   */
  synchronized String next(Instant receivedAt) {
    int wanted = receivedAt.atZone(BusinessClock.ZONE).getYear();
    if (wanted != year || next == end) {
      next = incidents.nextReceiptBlock(wanted);
      end = next + BLOCK;
      year = wanted;
    }
    String number = Long.toString(next++);
    return "TB-" + year + "-" + "0".repeat(Math.max(0, 6 - number.length())) + number;
  }
}
