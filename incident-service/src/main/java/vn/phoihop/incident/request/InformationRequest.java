package vn.phoihop.incident.request;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.request.RequestState.Move;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/**
 * A request for information. Each move checks, changes, and returns the fact where others are told.
 */
@Entity
class InformationRequest {

  @Id private UUID id;

  @Column(name = "written_by")
  private String asker;

  private String number;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  @Enumerated(EnumType.STRING)
  @Nullable
  private RequestState resume;

  // No @Version: the row is locked while it is moved, and the fact needs the number before the
  // flush.
  private long sequence;

  private int version;
  @Embedded private Asked asked;
  @Embedded private Progress progress;
  @Embedded private Extension extension;
  @Embedded @Nullable private RequestClock clock;
  @Embedded @Nullable private Paper paper;
  private Instant createdAt;
  private Instant listedAt;
  @Nullable private Instant issuedAt;

  // Set by the enterprise's reading, which is no move.
  @Column(updatable = false)
  @Nullable
  private Instant deliveredAt;

  @Column(updatable = false)
  @Nullable
  private Instant openedAt;

  private boolean objected;
  @Nullable private UUID supersededBy;
  @Nullable private Instant nextReminderAt;

  protected InformationRequest() {}

  InformationRequest(UUID id, String number, String asker, AskInformation asked, Instant at) {
    this.id = id;
    this.number = number;
    this.asker = asker;
    this.state = RequestState.DRAFT;
    this.sequence = 1;
    this.version = 1;
    this.asked = Asked.of(asker, asked);
    this.progress = Progress.none();
    this.extension = Extension.none();
    this.createdAt = at;
    this.listedAt = at;
  }

  /** Writes a draft anew: the next version of what is asked. */
  void revise(AskInformation anew) {
    Move.ISSUE.apply(state);
    asked = Asked.of(asker, anew);
    version++;
    sequence++;
  }

  RequestEvent issue(Terms terms, Timing timing, Instant at) {
    move(Move.ISSUE);
    issuedAt = at;
    listedAt = at;
    clock = terms.clock();
    progress = progress.expected(terms.acknowledgeBy());
    paper = terms.paper();
    remind(timing, at);
    return new RequestEvent.Issued(RequestFacts.of(this, at));
  }

  RequestEvent acknowledge(Instant at) {
    move(Move.ACKNOWLEDGE);
    progress = progress.acknowledged(at);
    return new RequestEvent.Acknowledged(RequestFacts.of(this, at));
  }

  /** Refuses (409) where no document can be added now. */
  void checkDocuments() {
    Move.ADD_DOCUMENT.apply(state);
  }

  /** Refuses (409) where no answer can be given now. */
  void checkAnswer() {
    Move.ANSWER.apply(state);
  }

  /** Answered once more; whether in time is judged by the clock as it has moved. */
  RequestEvent answer(Statuses statuses, Instant at) {
    Boolean inTime = clock == null ? null : !clock.isPast(at);
    stand(Move.ANSWER, at);
    progress = progress.answered(at, inTime, statuses.completeness(asked.itemCount()));
    return new RequestEvent.Answered(RequestFacts.of(this, at).with(statuses));
  }

  RequestEvent accept(Instant at) {
    end(Move.ACCEPT);
    return new RequestEvent.Accepted(RequestFacts.of(this, at));
  }

  RequestEvent giveBack(List<String> reasons, Reckoning reckoning, Instant at) {
    resume(Move.RETURN, reckoning, at);
    return new RequestEvent.Returned(RequestFacts.of(this, at).with(reasons));
  }

  void close() {
    move(Move.CLOSE);
  }

  void clarify(Instant at) {
    RequestState from = state;
    stand(Move.CLARIFY, at);
    resume = from;
  }

  void clarified(Reckoning reckoning, Instant at) {
    resume(
        back(Move.CLARIFIED_ISSUED, Move.CLARIFIED_ACKNOWLEDGED, Move.CLARIFIED_RETURNED),
        reckoning,
        at);
  }

  void object(Instant at) {
    RequestState from = state;
    stand(Move.OBJECT, at);
    resume = from;
    objected = true;
  }

  RequestEvent uphold(Instant at) {
    end(Move.UPHOLD);
    return new RequestEvent.Cancelled(RequestFacts.of(this, at));
  }

  void overrule(Reckoning reckoning, Instant at) {
    resume(
        back(Move.OVERRULE_ISSUED, Move.OVERRULE_ACKNOWLEDGED, Move.OVERRULE_RETURNED),
        reckoning,
        at);
  }

  void askExtension(Instant until, Instant at) {
    move(Move.EXTEND);
    extension = extension.asked(until);
    if (clock == null || !until.isAfter(clock.dueAt()) || !until.isAfter(at)) {
      throw ProblemException.invalid("/until", "NOT_LATER");
    }
  }

  void grantExtension(Timing timing, Instant at) {
    move(Move.GRANT_EXTENSION);
    extension = extension.moved(ExtensionState.Move.GRANT);
    if (clock != null && extension.until() != null) {
      clock = clock.extendedTo(extension.until());
    }
    remind(timing, at);
  }

  void denyExtension() {
    move(Move.DENY_EXTENSION);
    extension = extension.moved(ExtensionState.Move.DENY);
  }

  void allowExtension() {
    move(Move.ALLOW_EXTENSION);
    extension = extension.moved(ExtensionState.Move.ALLOW);
  }

  /** The paper of an emergency has followed. */
  void support(Instant at) {
    move(Move.SUPPORT);
    if (paper == null) {
      throw ProblemException.of(RequestProblem.NO_PAPER_AWAITED);
    }
    paper = paper.followed(at);
  }

  RequestEvent cancel(Instant at) {
    end(Move.CANCEL);
    return new RequestEvent.Cancelled(RequestFacts.of(this, at));
  }

  RequestEvent supersede(UUID by, Instant at) {
    end(Move.SUPERSEDE);
    supersededBy = by;
    return new RequestEvent.Cancelled(RequestFacts.of(this, at));
  }

  /** Says how late it is, and sets the next reminder. */
  RequestEvent reminded(Timing timing, Instant at) {
    sequence++;
    Instant due = clock == null ? at : clock.dueAt();
    nextReminderAt = timing.next(due, at);
    return new RequestEvent.ReminderDue(RequestFacts.of(this, at).with(timing.level(due, at)));
  }

  private void move(Move move) {
    state = move.apply(state);
    sequence++;
  }

  /** Not the enterprise's turn any more: the clock stands. */
  private void stand(Move move, Instant at) {
    move(move);
    clock = clock == null ? null : clock.stopped(at);
    nextReminderAt = null;
  }

  /** The enterprise's turn again: the clock runs on. */
  private void resume(Move move, Reckoning reckoning, Instant at) {
    move(move);
    resume = null;
    if (clock != null && clock.stoppedAt() != null) {
      clock = clock.resumed(clock.stoppedAt(), at, reckoning.calendar());
    }
    remind(reckoning.timing(), at);
  }

  private void end(Move move) {
    move(move);
    resume = null;
    clock = clock == null ? null : clock.stopped(null);
    nextReminderAt = null;
  }

  private void remind(Timing timing, Instant at) {
    nextReminderAt = clock == null ? null : timing.next(clock.dueAt(), at);
  }

  /** Of the moves of one verb the one that leads back to where it came from. */
  private Move back(Move... sameVerb) {
    for (Move move : sameVerb) {
      if (move.to() == resume) {
        return move;
      }
    }
    return sameVerb[0];
  }

  boolean isAskedBy(Caller caller) {
    return asker.equals(caller.party());
  }

  boolean isAskedOf(Caller caller) {
    return asked.enterpriseId().toString().equals(caller.party());
  }

  /** What is asked and answered is for these alone. */
  boolean isReadBy(Caller caller) {
    return isAskedBy(caller) || isAskedOf(caller) || (objected && caller.isDepartment());
  }

  UUID id() {
    return id;
  }

  String asker() {
    return asker;
  }

  String number() {
    return number;
  }

  RequestState state() {
    return state;
  }

  long sequence() {
    return sequence;
  }

  int version() {
    return version;
  }

  Asked asked() {
    return asked;
  }

  Progress progress() {
    return progress;
  }

  Extension extension() {
    return extension;
  }

  @Nullable RequestClock clock() {
    return clock;
  }

  @Nullable Paper paper() {
    return paper;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant issuedAt() {
    return issuedAt;
  }

  @Nullable Instant deliveredAt() {
    return deliveredAt;
  }

  @Nullable Instant openedAt() {
    return openedAt;
  }

  @Nullable UUID supersededBy() {
    return supersededBy;
  }

  @Nullable Instant nextReminderAt() {
    return nextReminderAt;
  }
}
