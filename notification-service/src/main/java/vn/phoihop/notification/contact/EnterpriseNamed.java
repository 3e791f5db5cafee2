package vn.phoihop.notification.contact;

import java.util.Objects;
import java.util.UUID;

/** Our record of liaison-service's enterprise.* events: what the enterprise is called. */
record EnterpriseNamed(UUID id, String name, long sequence) {

  EnterpriseNamed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
  }
}
