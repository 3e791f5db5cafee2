package vn.phoihop.notification.email;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.problem.ProblemException;

/** What parties may see of the notices, and what the mail system reports of them. */
@ApplicationScoped
class NoticeLedgerService {

  private final NoticeLedgerRepository ledger;
  private final Cursors cursors;
  private final CurrentCaller callers;
  private final Audit audit;
  private final Event<NoticesWritten> written;

  NoticeLedgerService(
      NoticeLedgerRepository ledger,
      Cursors cursors,
      CurrentCaller callers,
      Audit audit,
      Event<NoticesWritten> written) {
    this.ledger = ledger;
    this.cursors = cursors;
    this.callers = callers;
    this.audit = audit;
    this.written = written;
  }

  @Transactional
  Page<NoticeView> list(PageRequest page, NoticeFilter filter) {
    Position after = cursors.decode(page, filter.scope());
    Caller caller = callers.get();
    UUID enterprise = caller.isEnterprise() ? caller.enterpriseId() : null;
    String authority = caller.role().equals(Roles.AGENCY) ? caller.party() : null;
    List<NoticeView> rows = ledger.page(enterprise, authority, filter, after, page.limit());
    return cursors.page(rows, page, filter.scope(), row -> new Position(row.createdAt(), row.id()));
  }

  @Transactional
  NoticeView get(UUID id) {
    return ledger.present(id).orElseThrow(ProblemException::notFound);
  }

  /** Takes the report in; the sender of notices acts on it within moments. */
  @Transactional
  NoticeView bounced(UUID id, ReportBounce report) {
    NoticeView notice = get(id);
    if (notice.state() != NoticeState.BOUNCED) {
      NoticeState.Move.BOUNCE.apply(notice.state());
      ledger.reportBounce(id, callers.get().party(), report.status());
      audit.record("notice.bounce", "notice", id, notice.sequence());
      written.fire(new NoticesWritten());
    }
    return notice;
  }
}
