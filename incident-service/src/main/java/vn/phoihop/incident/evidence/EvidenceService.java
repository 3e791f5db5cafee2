package vn.phoihop.incident.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.file.FileName;
import vn.phoihop.incident.file.MediaTypes;
import vn.phoihop.incident.incident.IncidentReadService;
import vn.phoihop.incident.incident.LiaisonScope;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.document.DocumentStore;
import vn.phoihop.platform.document.Spool;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

@ApplicationScoped
class EvidenceService {

  private final EvidenceRepository evidence;
  private final IncidentReadService incidents;
  private final MediaTypes mediaTypes;
  private final Spool spool;
  private final DocumentStore documents;
  private final Outbox outbox;
  private final Audit audit;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final BusinessClock clock;
  private final Ids ids;
  private final long maxBytes;

  EvidenceService(
      EvidenceRepository evidence,
      IncidentReadService incidents,
      MediaTypes mediaTypes,
      Spool spool,
      DocumentStore documents,
      Outbox outbox,
      Audit audit,
      CurrentCaller callers,
      Cursors cursors,
      BusinessClock clock,
      Ids ids,
      @ConfigProperty(name = "phoihop.evidence.max-bytes") long maxBytes) {
    this.evidence = evidence;
    this.incidents = incidents;
    this.mediaTypes = mediaTypes;
    this.spool = spool;
    this.documents = documents;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.cursors = cursors;
    this.clock = clock;
    this.ids = ids;
    this.maxBytes = maxBytes;
  }

  /** Seals a file that the server has received whole. */
  @Transactional
  EvidenceView seal(UUID incidentId, Path part, String name, @Nullable String description) {
    Caller caller = callers.get();
    incidents.requireVisible(incidentId);
    try (SpooledFile file = spool.adopt(part, maxBytes)) {
      if (file.size() == 0) {
        throw ProblemException.invalid("/file", "EMPTY_FILE");
      }
      Instant now = clock.now();
      String fileName = FileName.clean(name);
      String mediaType = mediaTypes.of(file.path(), fileName);
      Evidence sealed =
          new Evidence(ids.next(), incidentId, caller, now, fileName, description, mediaType, file);
      documents.put(sealed.id(), incidentId, caller.party(), file);
      evidence.add(sealed, new Custody(ids.next(), sealed, Custody.Act.SEALED, caller, now));
      // Held only now: nobody waits while a large file is encrypted.
      outbox.append(EvidenceEvent.Sealed.of(sealed, incidents.hold(incidentId)));
      return EvidenceView.of(sealed);
    }
  }

  @Transactional
  Page<EvidenceView> list(UUID incidentId, PageRequest page) {
    incidents.requireVisible(incidentId);
    String scope = "incidents/" + incidentId + "/evidence";
    List<Evidence> rows = evidence.page(incidentId, cursors.decode(page, scope), page.limit() + 1);
    return cursors.page(
        rows.stream().map(EvidenceView::of).toList(),
        page,
        scope,
        row -> new Position(row.at(), row.id()));
  }

  @Transactional
  EvidenceView get(UUID id) {
    return EvidenceView.of(visible(id));
  }

  /**
   * Hands the file out: whoever gets it stands in the chain of custody before the first byte
   * leaves.
   */
  @Transactional
  EvidenceView handOut(UUID id) {
    Evidence handed = visible(id);
    evidence.add(new Custody(ids.next(), handed, Custody.Act.READ, callers.get(), clock.now()));
    audit.record("evidence.read", "evidence", id, 1);
    return EvidenceView.of(handed);
  }

  void copyTo(UUID id, OutputStream out) {
    documents.copyTo(id, out);
  }

  private Evidence visible(UUID id) {
    LiaisonScope.check(callers.get());
    return evidence.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }
}
