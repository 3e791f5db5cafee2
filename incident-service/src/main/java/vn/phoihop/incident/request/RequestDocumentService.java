package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.phoihop.incident.file.FileName;
import vn.phoihop.incident.file.MediaTypes;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.document.DocumentStore;
import vn.phoihop.platform.document.Spool;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

/**
 * Files of answers. The enterprise sees what it has added; whoever else reads the request sees a
 * file once an answer names it.
 */
@ApplicationScoped
class RequestDocumentService {

  private final RequestRepository requests;
  private final RequestReadRepository reading;
  private final RequestReadService visible;
  private final RequestDesk desk;
  private final RequestSettings settings;
  private final MediaTypes mediaTypes;
  private final Spool spool;
  private final DocumentStore documents;
  private final Audit audit;
  private final Cursors cursors;
  private final BusinessClock clock;
  private final Ids ids;

  RequestDocumentService(
      RequestRepository requests,
      RequestReadRepository reading,
      RequestReadService visible,
      RequestDesk desk,
      RequestSettings settings,
      MediaTypes mediaTypes,
      Spool spool,
      DocumentStore documents,
      Audit audit,
      Cursors cursors,
      BusinessClock clock,
      Ids ids) {
    this.requests = requests;
    this.reading = reading;
    this.visible = visible;
    this.desk = desk;
    this.settings = settings;
    this.mediaTypes = mediaTypes;
    this.spool = spool;
    this.documents = documents;
    this.audit = audit;
    this.cursors = cursors;
    this.clock = clock;
    this.ids = ids;
  }

  /** Keeps a file that the server has received whole. */
  @Transactional
  RequestDocumentView add(UUID requestId, Path part, String name) {
    Caller caller = desk.caller();
    InformationRequest request = visible.whole(requestId);
    request.checkDocuments();
    try (SpooledFile file = spool.adopt(part, settings.maxBytes())) {
      if (file.size() == 0) {
        throw ProblemException.invalid("/file", "EMPTY_FILE");
      }
      String fileName = FileName.clean(name);
      RequestDocument document =
          new RequestDocument(
              ids.next(),
              requestId,
              caller,
              clock.now(),
              fileName,
              mediaTypes.of(file.path(), fileName),
              file);
      documents.put(document.id(), requestId, caller.party(), file);
      requests.add(document);
      audit.record("request.document_added", "request_document", document.id(), 1);
      // Held only now: nobody waits while a large file is encrypted.
      requests.hold(request);
      request.checkDocuments();
      return RequestDocumentView.of(document);
    }
  }

  @Transactional
  Page<RequestDocumentView> list(UUID requestId, PageRequest page) {
    visible.whole(requestId);
    String scope = "information-requests/" + requestId + "/documents";
    List<RequestDocument> rows =
        reading.documents(
            requestId, desk.caller().party(), cursors.decode(page, scope), page.limit() + 1);
    return cursors.page(
        rows.stream().map(RequestDocumentView::of).toList(),
        page,
        scope,
        row -> new Position(row.at(), row.id()));
  }

  @Transactional
  RequestDocumentView get(UUID id) {
    return RequestDocumentView.of(find(id));
  }

  /** Hands the file out: whoever gets it has a row before the first byte leaves. */
  @Transactional
  RequestDocumentView handOut(UUID id) {
    RequestDocument handed = find(id);
    requests.add(new RequestDownload(ids.next(), handed, desk.caller(), clock.now()));
    audit.record("request.document_read", "request_document", id, 1);
    return RequestDocumentView.of(handed);
  }

  void copyTo(UUID id, OutputStream out) {
    documents.copyTo(id, out);
  }

  @Transactional
  Page<DownloadView> downloads(UUID id, PageRequest page) {
    find(id);
    String scope = "request-documents/" + id + "/downloads";
    Page<RequestDownload> shown =
        cursors.page(
            reading.downloads(id, cursors.decode(page, scope), page.limit() + 1),
            page,
            scope,
            row -> new Position(row.at(), row.id()));
    return new Page<>(shown.items().stream().map(DownloadView::of).toList(), shown.next());
  }

  private RequestDocument find(UUID id) {
    String party = desk.caller().party();
    return reading
        .document(id)
        .filter(document -> document.writtenBy().equals(party) || reading.isAnswered(document))
        .orElseThrow(ProblemException::notFound);
  }
}
