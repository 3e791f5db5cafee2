package vn.phoihop.reporting.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.test.EventContract;

/** The published examples of incident-service have what we keep. */
class FactContractTest {

  private static final UUID ENTERPRISE = UUID.fromString("019a1f6e-7c00-7000-8000-000000000001");

  @ParameterizedTest
  @CsvSource({
    "incident.received, RECEIVED, false",
    "incident.amended, RECEIVED, false",
    "incident.triaged, TRIAGED, false",
    "incident.referred, IN_COORDINATION, true",
    "incident.returned, RETURNED, false",
    "incident.resolved, RESOLVED, true",
    "incident.closed, CLOSED, true",
    "incident.reopened, IN_COORDINATION, true",
    "incident.withdrawn, WITHDRAWN, false",
    "incident.dismissed, DISMISSED, false"
  })
  void an_incident(String type, String state, boolean referred) {
    IncidentChanged incident = facts(type).incidents().iterator().next();

    assertEquals(ENTERPRISE, incident.enterpriseId());
    assertEquals(state, incident.state());
    assertEquals(referred, incident.referred());
    assertEquals(List.of("TEL_BYPASS_SIMBOX", "TEL_FEE_THEFT"), incident.violationTypes());
    assertEquals(450_000_000, incident.damageVnd());
    assertEquals("2026-H1", Period.of(incident.receivedAt()).toString());
  }

  @ParameterizedTest
  @CsvSource({"measure.started, ACTIVE, 0", "measure.ended, ENDED, 120000000"})
  void a_measure(String type, String state, long prevented) {
    MeasureChanged measure = facts(type).measures().iterator().next();

    assertEquals(ENTERPRISE, measure.enterpriseId());
    assertEquals(state, measure.state());
    assertEquals(prevented, measure.preventedVnd());
    assertEquals("2026-H1", Period.of(measure.startedAt()).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "request.issued, ISSUED",
    "request.acknowledged, ACKNOWLEDGED",
    "request.answered, ANSWERED",
    "request.returned, RETURNED",
    "request.accepted, ACCEPTED",
    "request.cancelled, CANCELLED"
  })
  void a_request(String type, String state) {
    Facts facts = facts(type);
    RequestChanged request = facts.requests().iterator().next();

    assertEquals(ENTERPRISE, request.enterpriseId());
    assertEquals(state, request.state());
    assertEquals("2026-H1", Period.of(request.issuedAt()).toString());
    assertEquals(type.equals("request.answered") ? 1 : 0, facts.answers().size());
    facts.answers().forEach(answer -> assertTrue(answer.onTime()));
  }

  @Test
  void an_exchange() {
    List<ExchangeParty> parties = List.copyOf(facts("exchange.published").parties());

    assertEquals(1, parties.stream().filter(ExchangeParty::sent).count());
    assertTrue(parties.size() > 1);
    assertTrue(facts("exchange.recalled").areNone());
  }

  @Test
  void what_is_nothing_of_this_is_left_out() {
    assertTrue(facts("evidence.sealed").areNone());
    assertTrue(
        Facts.of(
                List.of(
                    new ReceivedEvent(
                        ENTERPRISE, "/", "incident.received", "k", Instant.EPOCH, null)))
            .areNone());
    assertFalse(facts("incident.received").areNone());
  }

  private static Facts facts(String type) {
    return Facts.of(
        List.of(
            new ReceivedEvent(
                UUID.randomUUID(),
                "/phoihop/incident",
                type,
                ENTERPRISE.toString(),
                Instant.EPOCH,
                EventContract.example(type).getBytes(StandardCharsets.UTF_8))));
  }
}
