package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.identity.Caller;

/** A file of the enterprise's answer; its bytes are in the document of the same id. */
@Entity
@Immutable
@Table(name = "information_request_document")
class RequestDocument {

  @Id private UUID id;
  private UUID requestId;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;
  private String fileName;
  private String mediaType;
  private long sizeBytes;
  private String sha256;

  protected RequestDocument() {}

  RequestDocument(
      UUID id,
      UUID requestId,
      Caller by,
      Instant at,
      String fileName,
      String mediaType,
      SpooledFile file) {
    this.id = id;
    this.requestId = requestId;
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.sizeBytes = file.size();
    this.sha256 = file.sha256();
  }

  UUID id() {
    return id;
  }

  UUID requestId() {
    return requestId;
  }

  String writtenBy() {
    return writtenBy;
  }

  Instant at() {
    return at;
  }

  String fileName() {
    return fileName;
  }

  String mediaType() {
    return mediaType;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  String sha256() {
    return sha256;
  }
}
