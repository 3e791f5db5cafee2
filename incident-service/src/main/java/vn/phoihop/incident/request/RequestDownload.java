package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;

/** Somebody had the file in hand. */
@Entity
@Immutable
@Table(name = "information_request_download")
class RequestDownload {

  @Id private UUID id;
  private UUID documentId;
  private UUID requestId;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;

  protected RequestDownload() {}

  RequestDownload(UUID id, RequestDocument document, Caller by, Instant at) {
    this.id = id;
    this.documentId = document.id();
    this.requestId = document.requestId();
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
  }

  UUID id() {
    return id;
  }

  String party() {
    return writtenBy;
  }

  @Nullable UUID person() {
    return person;
  }

  Instant at() {
    return at;
  }
}
