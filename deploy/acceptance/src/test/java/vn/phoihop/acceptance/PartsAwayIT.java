package vn.phoihop.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.phoihop.acceptance.Http.Answer;
import vn.phoihop.deploy.Port;

/** Keycloak, Kafka, PostgreSQL stop and come back: what that costs, and what it does not. */
@Order(5)
@ExtendWith(StackExtension.class)
class PartsAwayIT {

  private static final int INCIDENTS = 60;

  /** Connections that a service keeps at most. */
  private static final int POOL = 16;

  private final Stack stack;

  PartsAwayIT(Stack stack) {
    this.stack = stack;
  }

  @AfterEach
  void whole() {
    stack.up();
  }

  @Test
  void without_keycloak_an_enrolment_waits_and_its_code_stays_good() {
    Enterprise enterprise = Enterprise.registered(stack);
    String code = enterprise.activate().expect(200).json().at("/enrolment/code").asText();

    stack.kill("keycloak");
    Answer away = enterprise.enrol(code).expect(503);
    assertTrue(Integer.parseInt(away.header("Retry-After").orElse("0")) > 0);
    assertEquals("application/problem+json", away.header("Content-Type").orElse("none"));

    stack.up();
    enterprise.enrol(code).expect(201);
    enterprise.drawToken().expect(200);
  }

  @Test
  void without_kafka_reports_are_accepted_and_told_later() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (Receiver police = Receiver.of(stack, "police", "incident.received")) {
      enterprise.token();
      stack.kill("kafka");
      Burst burst = new Burst(enterprise, INCIDENTS).sendAll(stack.url(Port.INCIDENT));

      stack.up();
      police.awaitAll(burst.accepted(), Duration.ofSeconds(90));
    }
  }

  @Test
  void while_postgresql_restarts_nothing_accepted_is_lost_and_503_is_said() {
    Enterprise enterprise = Enterprise.enrolled(stack);
    try (Receiver police = Receiver.of(stack, "police", "incident.received")) {
      enterprise.token();
      Burst burst = new Burst(enterprise, INCIDENTS);
      burst.send(
          List.of(stack.url(Port.INCIDENT)),
          created -> {
            if (created == INCIDENTS / 2) {
              stack.signal("postgres", "QUIT"); // an immediate stop: no checkpoint, no farewell
            }
          });
      assertTrue(Set.of(503).containsAll(burst.refusals()), () -> "others: " + burst.refusals());
      // All of the first may have been answered just before it stopped; these come when it has.
      Burst late = new Burst(enterprise, POOL).send(stack.url(Port.INCIDENT));
      assertEquals(Set.of(503), late.refusals());
      assertEquals(List.of(), List.copyOf(late.accepted()));

      stack.up();
      burst.sendAll(stack.url(Port.INCIDENT));
      late.sendAll(stack.url(Port.INCIDENT));
      police.awaitAll(burst.accepted(), Duration.ofSeconds(90));
      police.awaitAll(late.accepted(), Duration.ofSeconds(90));
    }
  }
}
