package vn.phoihop.incident.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phoihop.incident.incident.IncidentReference;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.FieldError;
import vn.phoihop.platform.problem.ProblemException;

class TlpLimitsTest {

  private static final UUID OWNER = UUID.randomUUID();
  private static final String PEER = UUID.randomUUID().toString();

  @ParameterizedTest
  @EnumSource(Tlp.class)
  void one_named_enterprise_and_the_department_are_within_every_marking(Tlp tlp) {
    assertDoesNotThrow(() -> check(tlp, List.of(PEER, "DEPARTMENT"), List.of()));
  }

  @Test
  void whole_sectors_are_for_green_and_clear() {
    assertEquals(EnumSet.of(Tlp.GREEN, Tlp.CLEAR), allowing(List.of(), List.of("TELECOM_MOBILE")));
  }

  @Test
  void agencies_get_what_may_be_passed_on_by_those_who_need_to() {
    assertEquals(
        EnumSet.of(Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR), allowing(List.of("POLICE"), List.of()));
  }

  @Test
  void red_is_for_a_few() {
    List<String> five =
        IntStream.range(0, TlpLimits.MOST_RED).mapToObj(i -> UUID.randomUUID().toString()).toList();
    List<String> six =
        java.util.stream.Stream.concat(five.stream(), List.of(PEER).stream()).toList();

    assertEquals(EnumSet.allOf(Tlp.class), allowing(five, List.of()));
    assertEquals(EnumSet.complementOf(EnumSet.of(Tlp.RED)), allowing(six, List.of()));
  }

  @Test
  void what_is_allowed_grows_with_the_marking() {
    for (List<String> recipients :
        List.of(List.of(PEER), List.of("POLICE"), List.of("DEPARTMENT"))) {
      for (List<String> sectors : List.of(List.<String>of(), List.of("ISP"))) {
        Set<Tlp> allowing = allowing(recipients, sectors);
        for (Tlp tlp : allowing) {
          for (Tlp wider : Tlp.values()) {
            if (wider.compareTo(tlp) > 0) {
              assertEquals(true, allowing.contains(wider), tlp + " but not " + wider);
            }
          }
        }
      }
    }
  }

  @Test
  void each_recipient_that_is_too_many_is_named() {
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> check(Tlp.RED, List.of(PEER, "POLICE", "CUSTOMS"), List.of("ISP")));

    assertEquals(ExchangeProblem.WIDER_THAN_TLP, refusal.type());
    assertEquals(
        List.of("/sectors", "/recipients/1", "/recipients/2"),
        refusal.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void only_who_reported_an_incident_marks_it_wider() {
    IncidentReference incident =
        new IncidentReference(UUID.randomUUID(), OWNER, Tlp.AMBER, List.of());
    Caller police = new Caller("POLICE", "agency", "s", null, Set.of(), Set.of());

    assertDoesNotThrow(
        () -> TlpLimits.check(Tlp.GREEN, List.of(PEER), List.of(), owner(), incident));
    assertDoesNotThrow(
        () -> TlpLimits.check(Tlp.AMBER, List.of(PEER), List.of(), police, incident));
    ProblemException refusal =
        assertThrows(
            ProblemException.class,
            () -> TlpLimits.check(Tlp.GREEN, List.of(PEER), List.of(), police, incident));
    assertEquals("/tlp", refusal.errors().get(0).pointer());
  }

  @Test
  void the_content_of_red_is_for_persons() {
    assertEquals(true, TlpLimits.isWithheld(Tlp.RED, owner()));
    assertEquals(
        false,
        TlpLimits.isWithheld(
            Tlp.RED, new Caller(PEER, "enterprise", "s", UUID.randomUUID(), Set.of(), Set.of())));
    assertEquals(false, TlpLimits.isWithheld(Tlp.AMBER_STRICT, owner()));
  }

  private static Set<Tlp> allowing(List<String> recipients, List<String> sectors) {
    Set<Tlp> allowing = EnumSet.noneOf(Tlp.class);
    Arrays.stream(Tlp.values())
        .filter(
            tlp -> {
              try {
                check(tlp, recipients, sectors);
                return true;
              } catch (ProblemException refused) {
                return false;
              }
            })
        .forEach(allowing::add);
    return allowing;
  }

  private static void check(Tlp tlp, List<String> recipients, List<String> sectors) {
    TlpLimits.check(tlp, recipients, sectors, owner(), null);
  }

  private static Caller owner() {
    return new Caller(OWNER.toString(), "enterprise", "s", null, Set.of(), Set.of());
  }
}
