package vn.phoihop.notification.delivery;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list of deliveries can be narrowed to. */
class DeliveryFilter {

  @QueryParam("subscriptionId")
  @Parameter(description = "only those of this subscription")
  @Nullable UUID subscriptionId;

  @QueryParam("eventId")
  @Parameter(description = "only those of this event: its webhook-id")
  @Nullable UUID eventId;

  @QueryParam("state")
  @Parameter(description = "only those in this state; DEAD_LETTER is what nobody received")
  @Nullable DeliveryState state;

  /** Binds a cursor to the filter that it was made under. */
  String scope() {
    return "deliveries?" + subscriptionId + "&" + eventId + "&" + state;
  }
}
