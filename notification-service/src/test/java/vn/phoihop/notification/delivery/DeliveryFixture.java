package vn.phoihop.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.phoihop.notification.subscription.SignatureScheme;

final class DeliveryFixture {

  static final Terms TERMS = new Terms(Set.of(SignatureScheme.v1), null, null, false, false);

  private DeliveryFixture() {}

  static Claimed claimed(String body) {
    return claimed(body, 1);
  }

  static Claimed claimed(String body, int tries) {
    return new Claimed(
        UUID.randomUUID(),
        UUID.randomUUID(),
        tries,
        tries,
        UUID.randomUUID(),
        "POLICE",
        "https://receiver.example.vn/",
        List.of(),
        TERMS,
        UUID.randomUUID(),
        "incident.received",
        body.getBytes(StandardCharsets.UTF_8),
        Long.MAX_VALUE);
  }
}
