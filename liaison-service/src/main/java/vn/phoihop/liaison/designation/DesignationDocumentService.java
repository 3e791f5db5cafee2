package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.document.DocumentStore;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/** The signed document itself. */
@Singleton
@Transactional
class DesignationDocumentService {

  private final DesignationRepository designations;
  private final DocumentStore documents;
  private final Audit audit;
  private final CurrentCaller callers;
  private final BusinessClock clock;
  private final Ids ids;

  DesignationDocumentService(
      DesignationRepository designations,
      DocumentStore documents,
      Audit audit,
      CurrentCaller callers,
      BusinessClock clock,
      Ids ids) {
    this.designations = designations;
    this.documents = documents;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
    this.ids = ids;
  }

  /** Before the file is received: whether it would be taken at all. */
  void requireOpen(UUID id, @Nullable IfMatch ifMatch) {
    Designation designation = designations.get(id);
    IfMatch.check(ifMatch, designation.sequence());
    designation.state().requireEditable();
  }

  /** Takes the place of a former file, which is kept. */
  DocumentView attach(UUID id, SpooledFile file, @Nullable IfMatch ifMatch) {
    Designation designation = designations.get(id);
    IfMatch.check(ifMatch, designation.sequence());
    UUID documentId = ids.next();
    designation.attach(documentId, file.sha256(), file.size());
    designations.flush();
    documents.put(documentId, id, callers.get().party(), file);
    designations.remember("document", designation, callers.get(), clock.now());
    audit.record("designation.document", "designation", id, designation.sequence());
    return new DocumentView(file.sha256(), file.size(), designation.sequence());
  }

  /** A file that is read; another may take its place meanwhile. */
  record Opened(UUID documentId, DocumentView view) {}

  /**
   * What can be read, and that it will be: the reading is recorded before the first byte leaves.
   */
  Opened open(UUID id) {
    Designation designation = designations.get(id);
    String sha256 = designation.documentSha256();
    Long size = designation.documentSize();
    UUID documentId = designation.documentId();
    if (documentId == null || sha256 == null || size == null) {
      throw ProblemException.notFound();
    }
    audit.record("designation.document_read", "designation", id, designation.sequence());
    return new Opened(documentId, new DocumentView(sha256, size, designation.sequence()));
  }

  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void copyTo(Opened opened, OutputStream out) {
    documents.copyTo(opened.documentId(), out);
  }
}
