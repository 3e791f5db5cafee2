package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.EventJson;

/** A version of what is asked, as it was written. */
@Entity
@Immutable
@Table(name = "information_request_content")
class RequestContent {

  @Id private UUID id;
  private UUID requestId;
  private int version;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;

  @ColumnTransformer(write = "cast(? as json)")
  private String content;

  protected RequestContent() {}

  RequestContent(UUID id, InformationRequest request, AskInformation asked, Caller by, Instant at) {
    this.id = id;
    this.requestId = request.id();
    this.version = request.version();
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.content = EventJson.write(asked);
  }

  AskInformation asked() {
    return Json.read(content, AskInformation.class);
  }

  @Nullable UUID person() {
    return person;
  }
}
