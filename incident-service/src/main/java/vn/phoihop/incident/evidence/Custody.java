package vn.phoihop.incident.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;

/** A link of the chain of custody: who had the file in hand, when. */
@Entity
@Immutable
@Table(name = "evidence_custody")
class Custody {

  enum Act {
    SEALED,
    READ
  }

  @Id private UUID id;
  private UUID evidenceId;
  private UUID incidentId;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Act act;

  protected Custody() {}

  Custody(UUID id, Evidence evidence, Act act, Caller by, Instant at) {
    this.id = id;
    this.evidenceId = evidence.id();
    this.incidentId = evidence.incidentId();
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.act = act;
  }
}
