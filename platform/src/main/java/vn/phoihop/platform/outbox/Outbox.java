package vn.phoihop.platform.outbox;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.ledger.OutboxRow;
import vn.phoihop.platform.time.Ids;

/**
 * Where a service leaves the facts that others must learn; they leave if, and only if, the
 * transaction commits.
 */
@Singleton
public class Outbox {

  private final Ledger ledger;
  private final Audit audit;
  private final Ids ids;
  private final String ownTopic;

  Outbox(
      Ledger ledger,
      Audit audit,
      Ids ids,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.ledger = ledger;
    this.audit = audit;
    this.ids = ids;
    this.ownTopic = "phoihop." + service;
  }

  /**
   * Adds a fact on the service's own topic, and an audit row whose action is its type.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void append(DomainEvent event) {
    append(event, ownTopic);
    audit.record(event.type(), objectType(event.type()), event.id(), event.sequence());
  }

  /** Adds a fact on another topic, without an audit row: the change behind it has its own. */
  public void append(DomainEvent event, String topic) {
    add(event, topic, EventJson.write(event));
  }

  /** Adds a tombstone: a compacted topic forgets the key. */
  public void tombstone(DomainEvent event, String topic) {
    add(event, topic, null);
  }

  private void add(DomainEvent event, String topic, @Nullable String payload) {
    ledger.add(
        new OutboxRow(
            ids.next(),
            topic,
            event.type(),
            event.id(),
            event.sequence(),
            event.occurredAt(),
            payload));
  }

  private static String objectType(String type) {
    return type.substring(0, type.indexOf('.'));
  }
}
