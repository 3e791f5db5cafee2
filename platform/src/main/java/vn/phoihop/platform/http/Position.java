package vn.phoihop.platform.http;

import java.time.Instant;
import java.util.UUID;

/** Where a page ended: the last row's time and id, by which lists are ordered. */
public record Position(Instant at, UUID id) {}
