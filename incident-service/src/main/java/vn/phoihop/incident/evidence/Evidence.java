package vn.phoihop.incident.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.identity.Caller;

/** A sealed file; its bytes are in the document of the same id. */
@Entity
@Immutable
class Evidence {

  @Id private UUID id;
  private UUID incidentId;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;
  private String fileName;
  @Nullable private String description;
  private String mediaType;
  private long sizeBytes;
  private String sha256;

  @Enumerated(EnumType.STRING)
  private Scan scan;

  protected Evidence() {}

  Evidence(
      UUID id,
      UUID incidentId,
      Caller by,
      Instant at,
      String fileName,
      @Nullable String description,
      String mediaType,
      SpooledFile file) {
    this.id = id;
    this.incidentId = incidentId;
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.fileName = fileName;
    this.description = description;
    this.mediaType = mediaType;
    this.sizeBytes = file.size();
    this.sha256 = file.sha256();
    this.scan = Scan.NOT_CONFIGURED;
  }

  UUID id() {
    return id;
  }

  UUID incidentId() {
    return incidentId;
  }

  Instant at() {
    return at;
  }

  String fileName() {
    return fileName;
  }

  @Nullable String description() {
    return description;
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

  Scan scan() {
    return scan;
  }
}
