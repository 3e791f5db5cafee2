package vn.phoihop.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;

/** What can be read of incidents. */
@ApplicationScoped
public class IncidentReadService {

  private final IncidentRepository incidents;
  private final IncidentReadRepository reading;
  private final CurrentCaller callers;
  private final Cursors cursors;

  IncidentReadService(
      IncidentRepository incidents,
      IncidentReadRepository reading,
      CurrentCaller callers,
      Cursors cursors) {
    this.incidents = incidents;
    this.reading = reading;
    this.callers = callers;
    this.cursors = cursors;
  }

  @Transactional
  Page<IncidentSummary> list(IncidentFilter filter, PageRequest page) {
    Caller caller = LiaisonScope.check(callers.get());
    List<IncidentSummary> rows =
        reading.list(
            caller.party(), filter, cursors.decode(page, filter.scope()), page.limit() + 1);
    return cursors.page(
        rows, page, filter.scope(), row -> new Position(row.visibleSince(), row.id()));
  }

  @Transactional
  IncidentView get(UUID id) {
    Incident incident = visible(id);
    VersionView content = version(id, incident.version());
    return IncidentView.of(incident, content.report(), content.indicators());
  }

  @Transactional
  Page<VersionSummary> versions(UUID id, PageRequest page) {
    visible(id);
    String scope = "incidents/" + id + "/versions";
    List<VersionSummary> rows =
        reading.versions(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.version()));
  }

  @Transactional
  VersionView version(UUID id, int version) {
    LiaisonScope.check(callers.get());
    return reading.version(id, version).orElseThrow(ProblemException::notFound);
  }

  @Transactional
  Page<HistoryView> history(UUID id, PageRequest page) {
    visible(id);
    String scope = "incidents/" + id + "/history";
    List<HistoryView> rows =
        reading.history(id, cursors.decodeNumber(page, scope), page.limit() + 1);
    return cursors.page(rows, page, scope, row -> Position.of(row.sequence()));
  }

  /** 404 where the caller does not read it. */
  @Transactional
  public void requireVisible(UUID id) {
    visible(id);
  }

  /** Whether the caller reads it. */
  @Transactional
  public boolean isVisible(UUID id) {
    return incidents.findByIdOptional(id).isPresent();
  }

  /**
   * Who may know of an incident of the caller's; nobody is added until the caller's transaction
   * ends.
   */
  @Transactional
  public IncidentReference hold(UUID id) {
    LiaisonScope.check(callers.get());
    return holdIfVisible(id).orElseThrow(ProblemException::notFound);
  }

  /** The same for those who act on something else that belongs to it. */
  @Transactional
  public Optional<IncidentReference> holdIfVisible(UUID id) {
    return incidents
        .findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
        .map(
            incident ->
                new IncidentReference(
                    id,
                    incident.enterpriseId(),
                    incident.headline().tlp(),
                    incident.distribution().audience()));
  }

  private Incident visible(UUID id) {
    LiaisonScope.check(callers.get());
    return incidents.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }
}
