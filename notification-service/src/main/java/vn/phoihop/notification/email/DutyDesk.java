package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the Department is alerted by mail, if it says where; events tell it in any case. */
@ApplicationScoped
class DutyDesk {

  private final Optional<String> address;

  DutyDesk(@ConfigProperty(name = "phoihop.department.email") Optional<String> address) {
    this.address = address;
  }

  Optional<String> address() {
    return address;
  }
}
