package vn.phoihop.platform.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of a family whose members carry the same facts. A member is a record of the facts alone,
 * unwrapped into its JSON; its type is the family's name and its own: {@code ReminderDue} of {@code
 * request} is {@code request.reminder_due}.
 */
public interface FamilyEvent extends DomainEvent {

  /** The first part of the type. */
  String family();

  EventFacts facts();

  @Override
  default String type() {
    String name = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return family() + "." + name.toLowerCase(Locale.ROOT);
  }

  @Override
  default UUID id() {
    return facts().id();
  }

  @Override
  default long version() {
    return facts().version();
  }

  @Override
  default long sequence() {
    return facts().sequence();
  }

  @Override
  default String state() {
    return facts().state();
  }

  @Override
  default @Nullable String tlp() {
    return facts().tlp();
  }

  @Override
  default @Nullable UUID enterpriseId() {
    return facts().enterpriseId();
  }

  @Override
  default Instant occurredAt() {
    return facts().occurredAt();
  }

  @Override
  default List<String> audience() {
    return facts().audience();
  }
}
