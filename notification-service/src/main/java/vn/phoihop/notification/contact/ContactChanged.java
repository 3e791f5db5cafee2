package vn.phoihop.notification.contact;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our record of liaison-service's contact.changed.
 *
 * @param phone absent in what was published before telephones were
 */
record ContactChanged(
    UUID personId,
    String party,
    ContactRole role,
    String email,
    @Nullable String phone,
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
