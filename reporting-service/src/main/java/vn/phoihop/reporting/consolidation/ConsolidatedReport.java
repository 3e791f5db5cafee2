package vn.phoihop.reporting.consolidation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.consolidation.ConsolidatedReportState.Move;

/** The head of a consolidated report, and its moves. Its content is written once, by freezing. */
@Entity
class ConsolidatedReport {

  @Id private UUID id;
  private String period;
  private int number;

  @Enumerated(EnumType.STRING)
  private ConsolidatedReportState state;

  // No @Version: the row is locked while it is moved, and the fact needs the number before the
  // flush.
  private long sequence;
  private Instant createdAt;
  @Nullable private Instant frozenAt;
  @Nullable private String snapshot;
  @Nullable private Integer included;
  @Nullable private Integer missing;

  @ElementCollection
  @CollectionTable(name = "consolidated_dispatch", joinColumns = @JoinColumn(name = "report_id"))
  @MapKeyEnumerated(EnumType.STRING)
  @MapKeyColumn(name = "recipient")
  private Map<Recipient, Dispatch> dispatches;

  protected ConsolidatedReport() {}

  ConsolidatedReport(UUID id, String period, int number, Instant at) {
    this.id = id;
    this.period = period;
    this.number = number;
    this.state = ConsolidatedReportState.COLLECTING;
    this.sequence = 1;
    this.createdAt = at;
    this.dispatches = new EnumMap<>(Recipient.class);
  }

  /** From now on its content stands. */
  ConsolidatedReportEvent freeze(Consolidation content, Instant at) {
    move(Move.FREEZE);
    frozenAt = at;
    snapshot = content.snapshot();
    included = content.included().size();
    missing = content.missing().size();
    return new ConsolidatedReportEvent.Frozen(ConsolidatedReportFacts.of(this, null, at));
  }

  void sign() {
    move(Move.SIGN);
  }

  /** Takes the place of the one that is in force, before it is signed itself. */
  void replace(ConsolidatedReport former) {
    Move.SIGN.apply(state);
    if (former.number > number) {
      throw ProblemException.of(ConsolidatedReportProblem.LATER_REPORT_SIGNED, former.number);
    }
    former.move(Move.SUPERSEDE);
  }

  ConsolidatedReportEvent send(Recipient recipient, Instant at) {
    move(Move.SEND);
    if (dispatches.putIfAbsent(recipient, new Dispatch(at, null)) != null) {
      throw ProblemException.of(ConsolidatedReportProblem.ALREADY_SENT, recipient);
    }
    return new ConsolidatedReportEvent.Sent(ConsolidatedReportFacts.of(this, recipient, at));
  }

  void acknowledge(Recipient recipient, Instant at) {
    Move.ACKNOWLEDGE.apply(state);
    Dispatch dispatch = dispatches.get(recipient);
    if (dispatch == null || dispatch.isAcknowledged()) {
      throw ProblemException.of(ConsolidatedReportProblem.NOTHING_TO_ACKNOWLEDGE, recipient);
    }
    dispatches.put(recipient, new Dispatch(dispatch.sentAt(), at));
    boolean last = dispatches.values().stream().allMatch(Dispatch::isAcknowledged);
    move(last ? Move.ACKNOWLEDGE_LAST : Move.ACKNOWLEDGE);
  }

  /** Its sections were written: another sequence, no other state. */
  void write() {
    state.requireCollecting();
    sequence++;
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  UUID id() {
    return id;
  }

  String period() {
    return period;
  }

  int number() {
    return number;
  }

  ConsolidatedReportState state() {
    return state;
  }

  long sequence() {
    return sequence;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant frozenAt() {
    return frozenAt;
  }

  @Nullable String snapshot() {
    return snapshot;
  }

  @Nullable Integer included() {
    return included;
  }

  @Nullable Integer missing() {
    return missing;
  }

  Map<Recipient, Dispatch> dispatches() {
    return dispatches;
  }
}
