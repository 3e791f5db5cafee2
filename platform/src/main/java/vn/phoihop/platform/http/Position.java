package vn.phoihop.platform.http;

import java.time.Instant;
import java.util.UUID;

/** Where a page ended: the last row's time and id, by which lists are ordered. */
public record Position(Instant at, UUID id) {

  /** In a list that is ordered by a number of its rows, counted from 1. */
  public static Position of(long number) {
    return new Position(Instant.EPOCH, new UUID(0, number));
  }

  long number() {
    return id.getLeastSignificantBits();
  }
}
