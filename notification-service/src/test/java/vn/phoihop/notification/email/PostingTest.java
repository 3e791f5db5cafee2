package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.email.NoticeState.Move;

class PostingTest {

  private static final UUID PERSON = UUID.randomUUID();

  @Test
  void nobody_known_is_looked_for_again_within_the_hour_and_then_reported() {
    Posting early = Posting.nobody(notice(1, Duration.ofMinutes(59)));
    assertEquals(Move.WAIT, early.move());
    assertEquals(Duration.ofSeconds(30), early.pause());
    Posting late = Posting.nobody(notice(120, Duration.ofMinutes(60)));
    assertEquals(Move.DESPAIR, late.move());
    assertEquals("NO_CONTACT", late.reason());
  }

  @Test
  void a_refusal_for_good_is_reported_with_the_person() {
    Posting refused = Posting.refused(notice(1, Duration.ZERO), PERSON);
    assertEquals(Move.DESPAIR, refused.move());
    assertEquals("MAIL_REFUSED", refused.reason());
    assertEquals(PERSON, refused.person());
  }

  @Test
  void a_server_that_is_away_is_tried_by_the_schedule_until_it_runs_out() {
    Posting first =
        Posting.deferred(notice(1, Duration.ZERO), PERSON, RandomGenerator.getDefault());
    assertEquals(Move.WAIT, first.move());
    assertTrue(first.pause().compareTo(Duration.ofSeconds(5)) >= 0);
    Posting last =
        Posting.deferred(notice(10, Duration.ofDays(3)), PERSON, RandomGenerator.getDefault());
    assertEquals(Move.GIVE_UP, last.move());
  }

  private static Notice notice(int attempts, Duration age) {
    return new Notice(
        UUID.randomUUID(),
        UUID.randomUUID(),
        NoticeKind.INCIDENT_REFERRED,
        Addressee.LIAISON,
        UUID.randomUUID(),
        UUID.randomUUID(),
        "TB-2026-000123",
        attempts,
        age);
  }
}
