package vn.phoihop.notification.subscription;

import java.util.Set;

/**
 * The types of events that can be subscribed to. delivery.* is not among them, so that a delivery
 * never causes another one; nor are contact.changed and reference.published, which have no
 * audience. Types whose schema is not in docs/events yet belong to the vocabulary already: a
 * subscription made today hears of them on the day they come.
 */
public final class EventTypes {

  public static final Set<String> ALL =
      Set.of(
          "enterprise.registered",
          "enterprise.activated",
          "enterprise.enrolled",
          "enterprise.suspended",
          "enterprise.closed",
          "designation.submitted",
          "designation.approved",
          "designation.returned",
          "designation.superseded",
          "designation.revoked",
          "designation.expired",
          "access.revoked",
          "contact.unreachable",
          "contact.reachable",
          "escalation.raised",
          "incident.received",
          "incident.amended",
          "incident.triaged",
          "incident.referred",
          "incident.returned",
          "incident.resolved",
          "incident.closed",
          "incident.withdrawn",
          "incident.dismissed",
          "incident.reopened",
          "evidence.sealed",
          "request.issued",
          "request.acknowledged",
          "request.clarification_asked",
          "request.objected",
          "request.answered",
          "request.returned",
          "request.accepted",
          "request.cancelled",
          "request.reminder_due",
          "measure.started",
          "measure.ended",
          "exchange.published",
          "exchange.recalled",
          "obligation.opened",
          "obligation.due_soon",
          "obligation.overdue",
          "report.submitted",
          "report.returned",
          "report.accepted",
          "consolidated_report.frozen",
          "consolidated_report.sent");

  private EventTypes() {}

  /** Whether the type can be subscribed to. */
  public static boolean isKnown(String type) {
    return ALL.contains(type);
  }
}
