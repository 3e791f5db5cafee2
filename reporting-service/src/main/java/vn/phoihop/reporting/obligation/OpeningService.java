package vn.phoihop.reporting.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;
import vn.phoihop.reporting.enterprise.EnterpriseService;
import vn.phoihop.reporting.enterprise.EnterpriseToAsk;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.reference.DeadlineRule;
import vn.phoihop.reporting.reference.ReferenceLists;
import vn.phoihop.reporting.reference.ReferenceService;

/** Opens obligations, and says when they are due soon or overdue; each once, whoever asks. */
@ApplicationScoped
public class OpeningService {

  private static final String RULE = "REPORT_HALF_YEAR";
  private static final int BATCH = 200;

  private final ObligationRepository obligations;
  private final EnterpriseService enterprises;
  private final ReferenceService reference;
  private final Outbox outbox;
  private final BusinessClock clock;
  private final Ids ids;
  private final Duration lead;

  OpeningService(
      ObligationRepository obligations,
      EnterpriseService enterprises,
      ReferenceService reference,
      Outbox outbox,
      BusinessClock clock,
      Ids ids,
      @ConfigProperty(name = "phoihop.obligation.due-soon") Duration lead) {
    this.obligations = obligations;
    this.enterprises = enterprises;
    this.reference = reference;
    this.outbox = outbox;
    this.clock = clock;
    this.ids = ids;
    this.lead = lead;
  }

  /**
   * Asks some of those that were not asked yet for each period from their activation to the running
   * one. Where the lists have not come yet, or no rule is in force, all wait.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean openSome() {
    if (!reference.isComplete()) {
      return false;
    }
    ReferenceLists lists = reference.lists();
    DeadlineRule rule = lists.rule(RULE).orElse(null);
    if (rule == null) {
      return false;
    }
    Instant now = clock.now();
    Period running = Period.of(now);
    List<EnterpriseToAsk> found = enterprises.toAsk(running.toString(), BATCH);
    List<Obligation> opened = new ArrayList<>();
    for (EnterpriseToAsk enterprise : found) {
      for (Period period = first(enterprise, running);
          period.compareTo(running) <= 0;
          period = period.next()) {
        opened.add(
            Obligation.periodic(
                ids.next(), enterprise.id(), period.toString(), due(period, rule, lists), now));
      }
    }
    open(opened);
    return found.size() == BATCH;
  }

  /** So many working days after the period's last day. */
  private static Due due(Period period, DeadlineRule rule, ReferenceLists lists) {
    Instant lastInstant = period.end().minus(1, ChronoUnit.MICROS);
    return Due.of(rule.from(lastInstant, lists.calendar()));
  }

  private static Period first(EnterpriseToAsk enterprise, Period running) {
    Instant since = enterprise.activeSince();
    Period first = since == null ? running : Period.of(since);
    while (first.toString().compareTo(enterprise.askedUntil()) <= 0) {
      first = first.next();
    }
    return first;
  }

  /** Asks these enterprises what the campaign asks. */
  @Transactional
  public void openCampaign(CampaignTerms campaign, List<UUID> asked) {
    Instant now = clock.now();
    open(asked.stream().map(id -> Obligation.of(campaign, ids.next(), id, now)).toList());
  }

  private void open(List<Obligation> opened) {
    if (!opened.isEmpty()) {
      obligations.add(opened);
      opened.forEach(obligation -> outbox.append(obligation.opened()));
    }
  }

  /**
   * Tells of some that are due soon or overdue.
   *
   * @return whether there may be more
   */
  @Transactional
  boolean tellSome() {
    Instant now = clock.now();
    List<Obligation> overdue = obligations.untoldOverdue(now, BATCH);
    overdue.forEach(obligation -> outbox.append(obligation.tellOverdue(now)));
    List<Obligation> soon = obligations.untoldDueSoon(now, now.plus(lead), BATCH);
    soon.forEach(obligation -> outbox.append(obligation.tellDueSoon(now)));
    return overdue.size() == BATCH || soon.size() == BATCH;
  }
}
