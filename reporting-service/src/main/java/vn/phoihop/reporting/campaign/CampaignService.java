package vn.phoihop.reporting.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.reporting.enterprise.EnterpriseService;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.obligation.CampaignTerms;
import vn.phoihop.reporting.obligation.OpeningService;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceLists;
import vn.phoihop.reporting.reference.ReferenceService;

@ApplicationScoped
class CampaignService {

  private static final String SCOPE = "campaigns";

  private final CampaignRepository campaigns;
  private final EnterpriseService enterprises;
  private final OpeningService opening;
  private final ReferenceService reference;
  private final Audit audit;
  private final Cursors cursors;
  private final BusinessClock clock;
  private final Ids ids;

  CampaignService(
      CampaignRepository campaigns,
      EnterpriseService enterprises,
      OpeningService opening,
      ReferenceService reference,
      Audit audit,
      Cursors cursors,
      BusinessClock clock,
      Ids ids) {
    this.campaigns = campaigns;
    this.enterprises = enterprises;
    this.opening = opening;
    this.reference = reference;
    this.audit = audit;
    this.cursors = cursors;
    this.clock = clock;
    this.ids = ids;
  }

  @Transactional
  CampaignView launch(LaunchCampaign request) {
    Instant now = clock.now();
    if (!request.dueAt().isAfter(now)) {
      throw ProblemException.invalid("/dueAt", "PAST");
    }
    Period period =
        request.period() == null
            ? Period.of(now)
            : Period.begun("/period", request.period(), clock.today());
    List<UUID> asked = asked(request);
    CampaignView campaign =
        new CampaignView(
            ids.next(),
            request.title(),
            request.description(),
            period.toString(),
            Objects.requireNonNullElse(request.sectors(), List.of()),
            request.dueAt(),
            now,
            asked.size());
    campaigns.add(campaign);
    opening.openCampaign(
        new CampaignTerms(campaign.id(), campaign.title(), campaign.period(), campaign.dueAt()),
        asked);
    audit.record("campaign.launched", "campaign", campaign.id(), 1);
    return campaign;
  }

  private List<UUID> asked(LaunchCampaign request) {
    List<UUID> named = request.enterprises();
    if (named != null) {
      if (request.sectors() != null) {
        throw ProblemException.invalid("/sectors", "NOT_WITH_ENTERPRISES");
      }
      return named(named);
    }
    List<String> sectors = Objects.requireNonNullElse(request.sectors(), List.of());
    ReferenceLists lists = reference.lists(ReferenceList.SECTORS);
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < sectors.size(); i++) {
      if (lists.find(ReferenceList.SECTORS, sectors.get(i)).isEmpty()) {
        refusal.field("/sectors/" + i, "UNKNOWN_CODE");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
    List<UUID> active = enterprises.active(sectors);
    if (active.isEmpty()) {
      throw ProblemException.invalid("/sectors", "NOBODY_ASKED");
    }
    return active;
  }

  private List<UUID> named(List<UUID> named) {
    List<UUID> active = enterprises.activeAmong(named);
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < named.size(); i++) {
      if (!active.contains(named.get(i))) {
        refusal.field("/enterprises/" + i, "NOT_ACTIVE");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
    return active;
  }

  @Transactional
  Page<CampaignView> list(PageRequest page) {
    Position after = cursors.decode(page, SCOPE);
    return cursors.page(
        campaigns.list(after, page.limit() + 1),
        page,
        SCOPE,
        row -> new Position(row.createdAt(), row.id()));
  }

  @Transactional
  CampaignView get(UUID id) {
    return campaigns.find(id).orElseThrow(ProblemException::notFound);
  }
}
