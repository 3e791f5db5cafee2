package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import vn.phoihop.platform.identity.Caller;

/** The clock stood, and the due time moved. */
@Entity
@Immutable
@Table(name = "information_request_stop")
class ClockStop {

  @Id private UUID id;
  private UUID requestId;
  private String writtenBy;

  @Enumerated(EnumType.STRING)
  private RequestState cause;

  private Instant stoppedAt;
  private Instant resumedAt;
  private Instant dueBefore;
  private Instant dueAfter;
  private String calendarVersion;

  protected ClockStop() {}

  /**
   * @param cause the state in which it stood
   */
  ClockStop(
      UUID id,
      UUID requestId,
      Caller by,
      RequestState cause,
      Instant stoppedAt,
      Instant resumedAt,
      RequestClock before,
      RequestClock after) {
    this.id = id;
    this.requestId = requestId;
    this.writtenBy = by.party();
    this.cause = cause;
    this.stoppedAt = stoppedAt;
    this.resumedAt = resumedAt;
    this.dueBefore = before.dueAt();
    this.dueAfter = after.dueAt();
    this.calendarVersion = after.calendarVersion();
  }

  RequestState cause() {
    return cause;
  }

  Instant stoppedAt() {
    return stoppedAt;
  }

  Instant resumedAt() {
    return resumedAt;
  }

  Instant dueBefore() {
    return dueBefore;
  }

  Instant dueAfter() {
    return dueAfter;
  }

  String calendarVersion() {
    return calendarVersion;
  }
}
