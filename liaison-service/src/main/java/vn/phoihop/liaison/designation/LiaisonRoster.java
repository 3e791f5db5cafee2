package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.contact.ContactChangedEvent;
import vn.phoihop.liaison.provisioning.LiaisonAccount;
import vn.phoihop.liaison.provisioning.ProvisioningService;
import vn.phoihop.platform.outbox.Outbox;

/** What follows when a liaison joins or leaves: who is written to, and who may log in. */
@Singleton
class LiaisonRoster {

  private final Outbox outbox;
  private final ProvisioningService provisioning;

  LiaisonRoster(Outbox outbox, ProvisioningService provisioning) {
    this.outbox = outbox;
    this.provisioning = provisioning;
  }

  void joined(Designation designation, @Nullable Designation former, Instant at) {
    if (former != null) {
      tell(former, at);
      // The same address is the same account: the successor takes it over.
      if (!former.person().email().equalsIgnoreCase(designation.person().email())) {
        provisioning.account(account(former));
      }
    }
    tell(designation, at);
    provisioning.account(account(designation));
  }

  void left(Designation designation, Instant at) {
    tell(designation, at);
    provisioning.account(account(designation));
  }

  private void tell(Designation designation, Instant at) {
    outbox.append(
        ContactChangedEvent.of(
            designation.id(),
            designation.enterpriseId(),
            designation.role().name(),
            designation.person().email(),
            designation.person().phone(),
            designation.isActive(),
            designation.validFrom(),
            designation.validTo(),
            designation.sequence(),
            at),
        ContactChangedEvent.TOPIC);
  }

  private static LiaisonAccount account(Designation designation) {
    return new LiaisonAccount(
        designation.id(),
        designation.enterpriseId(),
        designation.person().email(),
        designation.scope(),
        designation.isActive());
  }
}
