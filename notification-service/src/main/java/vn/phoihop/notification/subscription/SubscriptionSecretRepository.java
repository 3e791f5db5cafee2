package vn.phoihop.notification.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class SubscriptionSecretRepository implements PanacheRepositoryBase<SubscriptionSecret, UUID> {

  List<SubscriptionSecret> of(UUID subscriptionId) {
    return list("subscriptionId", subscriptionId);
  }

  void deleteAllOf(UUID subscriptionId) {
    delete("subscriptionId", subscriptionId);
  }
}
