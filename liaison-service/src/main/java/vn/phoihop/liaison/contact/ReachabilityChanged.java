package vn.phoihop.liaison.contact;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our record of notification-service's contact.unreachable and contact.reachable.
 *
 * @param personId absent where nobody of the party is known
 * @param reason absent where the person was reached
 */
record ReachabilityChanged(
    String party, @Nullable UUID personId, @Nullable String reason, Instant occurredAt) {

  ReachabilityChanged {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(occurredAt, "occurredAt");
  }

  /** Whether it says something of a person's address: a mail server that is away does not. */
  boolean isAboutAnAddress() {
    return personId != null && !"MAIL_DEFERRED".equals(reason);
  }
}
