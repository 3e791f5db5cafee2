package vn.phoihop.incident.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.incident.report.Reports;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.state.ForbiddenTransition;

class IncidentTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final UUID ENTERPRISE = UUID.fromString("019a1f6e-7c00-7000-8000-000000000001");

  private final Incident incident =
      new Incident(
          UUID.fromString("019a1f6e-7c00-7000-8000-000000000003"),
          ENTERPRISE,
          "TB-2026-000123",
          Headline.of(Reports.early().build()),
          List.of("POLICE"),
          NOW);

  @Test
  void a_report_is_known_to_the_department_its_enterprise_and_whom_it_is_routed_to() {
    IncidentEvent received = incident.received();

    assertEquals("incident.received", received.type());
    assertEquals(List.of("DEPARTMENT", ENTERPRISE.toString(), "POLICE"), received.audience());
    assertNull(received.facts().lead());
  }

  @Test
  void the_first_agency_referred_to_leads_and_stays_the_lead() {
    incident.triage(NOW);
    incident.refer(List.of("CUSTOMS"), null, NOW);
    assertEquals("CUSTOMS", incident.distribution().lead());

    IncidentEvent referred = incident.refer(List.of("TRADE", "POLICE"), null, NOW);

    assertEquals("CUSTOMS", incident.distribution().lead());
    assertEquals(List.of("POLICE", "CUSTOMS", "TRADE"), incident.distribution().agencies());
    assertEquals(
        List.of("DEPARTMENT", ENTERPRISE.toString(), "POLICE", "CUSTOMS", "TRADE"),
        referred.audience());
  }

  @Test
  void who_leads_has_the_incident() {
    incident.triage(NOW);

    assertThrows(ProblemException.class, () -> incident.refer(List.of("TRADE"), "CUSTOMS", NOW));
    incident.refer(List.of("TRADE"), "POLICE", NOW);
    assertEquals("POLICE", incident.distribution().lead());
  }

  @Test
  void an_amendment_of_a_returned_report_is_received_anew_and_keeps_its_readers() {
    incident.giveBack(List.of("INCOMPLETE"), LocalDate.parse("2026-03-20"), NOW);

    IncidentEvent amended =
        incident.amend(
            Headline.of(Reports.early().with("stage", "DETAIL").build()), List.of("TRADE"), NOW);

    assertEquals(IncidentState.RECEIVED, incident.state());
    assertEquals(2, amended.version());
    assertEquals(3, amended.sequence());
    assertEquals(List.of("POLICE", "TRADE"), amended.facts().agencies());
    assertNull(amended.facts().reasons());
    assertNull(incident.due());
  }

  @Test
  void a_report_does_not_go_back_a_stage() {
    incident.amend(Headline.of(Reports.early().with("stage", "FINAL").build()), List.of(), NOW);

    assertThrows(
        ProblemException.class,
        () ->
            incident.amend(
                Headline.of(Reports.early().with("stage", "DETAIL").build()), List.of(), NOW));
  }

  @Test
  void in_coordination_it_is_withdrawn_only_when_the_department_lets_it() {
    incident.triage(NOW);
    incident.refer(List.of("POLICE"), null, NOW);
    ProblemException refused = assertThrows(ProblemException.class, () -> incident.withdraw(NOW));
    assertEquals(IncidentProblem.WITHDRAWAL_NOT_ALLOWED, refused.type());

    incident.allowWithdrawal();

    assertInstanceOf(IncidentEvent.Withdrawn.class, incident.withdraw(NOW));
    assertEquals(IncidentState.WITHDRAWN, incident.state());
  }

  @Test
  void the_outcome_stays_when_a_closed_incident_is_reopened() {
    incident.triage(NOW);
    incident.refer(List.of("POLICE"), null, NOW);
    incident.resolve(new Resolution("ADMIN_SANCTION", "12/QĐ-XPVPHC", 140_000_000L, null), NOW);
    incident.close(NOW);

    IncidentEvent reopened = incident.reopen(NOW);

    assertEquals("IN_COORDINATION", reopened.state());
    assertEquals("ADMIN_SANCTION", reopened.facts().outcome());
    assertEquals(6, reopened.sequence());
  }

  @Test
  void a_refused_move_changes_nothing() {
    ForbiddenTransition refused =
        assertThrows(ForbiddenTransition.class, () -> incident.close(NOW));

    assertEquals(
        List.of("amend", "dismiss", "merge", "return", "triage", "withdraw"), refused.allowed());
    assertEquals(1, incident.sequence());
    assertEquals(IncidentState.RECEIVED, incident.state());
  }
}
