package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.email.NoticeState.Move;
import vn.phoihop.notification.email.Posting.Reason;

class PostingTest {

  private static final UUID PERSON = UUID.randomUUID();

  @Test
  void nobody_known_is_looked_for_again_within_the_hour_and_then_reported() {
    Posting early = Posting.nobody(notice(1, Duration.ofMinutes(59)));
    assertEquals(Move.WAIT, early.move());
    assertEquals(Duration.ofSeconds(30), early.pause());
    Posting late = Posting.nobody(notice(120, Duration.ofMinutes(60)));
    assertEquals(Move.DESPAIR, late.move());
    assertEquals(Reason.NO_CONTACT, late.reason());
    assertTrue(late.isLost());
  }

  @Test
  void a_refusal_for_good_is_reported_with_the_person() {
    Posting refused = Posting.refused(notice(1, Duration.ZERO), PERSON, Reason.MAIL_REFUSED, "550");
    assertEquals(Move.DESPAIR, refused.move());
    assertEquals(Reason.MAIL_REFUSED, refused.reason());
    assertEquals("550", refused.status());
    assertTrue(Reason.MAIL_REFUSED.blamesTheAddress());
    assertEquals(PERSON, refused.person());
  }

  @Test
  void a_server_that_is_away_is_tried_by_the_schedule_until_it_runs_out() {
    Posting first = deferred(notice(1, Duration.ZERO));
    assertEquals(Move.WAIT, first.move());
    assertTrue(first.pause().compareTo(Duration.ofSeconds(5)) >= 0);
    Posting last = deferred(notice(10, Duration.ofDays(3)));
    assertEquals(Move.GIVE_UP, last.move());
    assertTrue(last.isLost());
    assertFalse(Reason.MAIL_DEFERRED.blamesTheAddress());
  }

  private static Posting deferred(Notice notice) {
    return Posting.deferred(
        notice, PERSON, Reason.MAIL_DEFERRED, null, RandomGenerator.getDefault());
  }

  private static Notice notice(int attempts, Duration age) {
    return new Notice(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        NoticeKind.INCIDENT_REFERRED,
        Addressee.LIAISON,
        Channel.EMAIL,
        null,
        UUID.randomUUID(),
        null,
        UUID.randomUUID(),
        "TB-2026-000123",
        false,
        attempts,
        age);
  }
}
