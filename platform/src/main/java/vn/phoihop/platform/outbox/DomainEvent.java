package vn.phoihop.platform.outbox;

/**
 * A fact, told to other services. Implemented by records: their components are the event's {@code
 * data}. Codes, ids, counts, times and organisations' names; never a person's name, a telephone or
 * document number, or free text.
 */
public interface DomainEvent extends EventFacts {

  /**
   * The short type, {@code incident.received}; on Kafka {@code vn.phoihop.incident.received.v1}.
   */
  String type();
}
