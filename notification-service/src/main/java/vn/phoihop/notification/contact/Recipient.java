package vn.phoihop.notification.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person to write to, at this moment. */
public record Recipient(UUID personId, ContactRole role, String email, @Nullable String phone) {

  public boolean sharesMailbox(Recipient other) {
    return email.equalsIgnoreCase(other.email);
  }
}
