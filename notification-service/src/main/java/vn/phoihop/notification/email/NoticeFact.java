package vn.phoihop.notification.email;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of another service, as far as an e-mail may speak of it. */
record NoticeFact(UUID id, @Nullable UUID enterpriseId, @Nullable String receiptNumber) {

  NoticeFact {
    Objects.requireNonNull(id, "id");
  }

  String reference() {
    return receiptNumber == null ? id.toString() : receiptNumber;
  }
}
