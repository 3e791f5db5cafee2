package vn.phoihop.reporting.enterprise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An active enterprise that owes a report for one period or more.
 *
 * @param activeSince since when it is active without interruption, where that is known
 * @param askedUntil the last period that it was asked for; empty: none
 */
public record EnterpriseToAsk(UUID id, @Nullable Instant activeSince, String askedUntil) {}
