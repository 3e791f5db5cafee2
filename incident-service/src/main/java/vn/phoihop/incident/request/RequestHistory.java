package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.EventJson;

/** A change, and what was said with it. */
@Entity
@Immutable
@Table(name = "information_request_history")
class RequestHistory {

  @Id private UUID id;
  private UUID requestId;
  private long sequence;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;
  private String verb;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  @ColumnTransformer(write = "cast(? as json)")
  @Nullable
  private String remark;

  protected RequestHistory() {}

  RequestHistory(
      UUID id,
      InformationRequest request,
      String verb,
      @Nullable Remark remark,
      Caller by,
      Instant at) {
    this.id = id;
    this.requestId = request.id();
    this.sequence = request.sequence();
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.verb = verb;
    this.state = request.state();
    this.remark = remark == null ? null : EventJson.write(remark);
  }

  long sequence() {
    return sequence;
  }

  String party() {
    return writtenBy;
  }

  Instant at() {
    return at;
  }

  String verb() {
    return verb;
  }

  RequestState state() {
    return state;
  }

  @Nullable Remark remark() {
    return remark == null ? null : Json.read(remark, Remark.class);
  }
}
