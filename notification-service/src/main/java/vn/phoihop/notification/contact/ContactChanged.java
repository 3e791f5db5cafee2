package vn.phoihop.notification.contact;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our record of liaison-service's contact.changed. */
record ContactChanged(
    UUID personId,
    String party,
    ContactRole role,
    String email,
    boolean active,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    long sequence) {

  ContactChanged {
    Objects.requireNonNull(personId, "personId");
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(email, "email");
  }
}
