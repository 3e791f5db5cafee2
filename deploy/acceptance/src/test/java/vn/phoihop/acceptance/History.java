package vn.phoihop.acceptance;

import java.util.List;
import java.util.Set;

/**
 * What clients did and what came of it, as far as it can be seen from outside: the evidence of the
 * {@link Checker}.
 *
 * @param published in the order of the topic, repeats too
 * @param calls in the order in which each endpoint got them
 * @param auditFaults what the offline verifier found
 */
record History(
    List<Act> acts,
    List<Change> changes,
    List<Published> published,
    List<Endpoint> endpoints,
    List<Call> calls,
    List<Delivery> deliveries,
    List<FeedEntry> feed,
    List<Listed> lists,
    List<Audited> audit,
    List<String> auditFaults) {

  /** How an act ended for the client that may have asked more than once, always by one key. */
  enum Outcome {
    /** 2xx. */
    OK,
    /** A definite 4xx. */
    REFUSED,
    /** No answer, or one that leaves it open, to the last. */
    UNKNOWN
  }

  /**
   * What a client asked for.
   *
   * @param mark stands in the report's summary; one mark, one wish
   * @param type of the event that it makes
   * @param incident as answered; null where it was not
   * @param sequence of the incident after it, as answered
   * @param audience who may know, by the rules of routing and referral
   */
  record Act(
      String mark,
      String type,
      Outcome outcome,
      String incident,
      long sequence,
      Set<String> audience) {}

  /** A change of state that incident-service has on record. */
  record Change(String incident, String mark, long sequence, String type) {}

  record Published(String id, String incident, long sequence, String type, int partition) {}

  /**
   * A subscription and its receiver.
   *
   * @param ordered whether it asked for the events of an object in their order
   * @param honest whether it takes whatever comes
   */
  record Endpoint(String id, String party, boolean ordered, boolean honest) {}

  /** A webhook whose body arrived whole. */
  record Call(
      String endpoint,
      String webhookId,
      String incident,
      long sequence,
      String body,
      boolean acknowledged) {}

  /** What notification-service says of a delivery. */
  record Delivery(String endpoint, String eventId, String state) {}

  record FeedEntry(String party, long seq, String eventId, String incident, String body) {}

  /** An incident in the list of a party. */
  record Listed(String party, String incident) {}

  record Audited(String incident, long sequence, String action) {}
}
