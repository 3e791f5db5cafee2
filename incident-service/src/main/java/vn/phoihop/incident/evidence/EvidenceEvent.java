package vn.phoihop.incident.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.incident.incident.IncidentReference;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to evidence. */
sealed interface EvidenceEvent extends DomainEvent {

  /** A file was received whole, hashed, typed and encrypted. */
  record Sealed(
      UUID id,
      UUID incidentId,
      UUID enterpriseId,
      String sha256,
      String mediaType,
      long sizeBytes,
      Scan scan,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EvidenceEvent {

    static Sealed of(Evidence evidence, IncidentReference incident) {
      return new Sealed(
          evidence.id(),
          incident.id(),
          incident.enterpriseId(),
          evidence.sha256(),
          evidence.mediaType(),
          evidence.sizeBytes(),
          evidence.scan(),
          "SEALED",
          1,
          1,
          incident.tlp().name(),
          evidence.at(),
          incident.audience());
    }

    @Override
    public String type() {
      return "evidence.sealed";
    }
  }
}
