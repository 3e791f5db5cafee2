package vn.phoihop.notification.email;

import static java.util.Map.entry;
import static vn.phoihop.notification.email.NoticeState.BOUNCED;
import static vn.phoihop.notification.email.NoticeState.DEAD_LETTER;
import static vn.phoihop.notification.email.NoticeState.HELD;
import static vn.phoihop.notification.email.NoticeState.IN_DIGEST;
import static vn.phoihop.notification.email.NoticeState.QUEUED;
import static vn.phoihop.notification.email.NoticeState.RETRY_WAIT;
import static vn.phoihop.notification.email.NoticeState.SENDING;
import static vn.phoihop.notification.email.NoticeState.SENT;
import static vn.phoihop.notification.email.NoticeState.SUPPRESSED;
import static vn.phoihop.notification.email.NoticeState.UNREACHABLE;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.StateMachineContract;

class NoticeStateTest {

  @Test
  void every_pair() {
    StateMachineContract.assertEveryPair(
        NoticeState.class,
        NoticeState.Move.class,
        Map.ofEntries(
            entry("QUEUED send", SENDING),
            entry("RETRY_WAIT send", SENDING),
            entry("HELD send", SENDING),
            entry("SENDING send", SENDING),
            entry("SENDING accept", SENT),
            entry("SENDING wait", RETRY_WAIT),
            entry("SENDING hold", HELD),
            entry("SENDING fold", IN_DIGEST),
            entry("IN_DIGEST unfold", QUEUED),
            entry("SENDING suppress", SUPPRESSED),
            entry("SENDING give-up", DEAD_LETTER),
            entry("SENDING despair", UNREACHABLE),
            entry("SENT bounce", BOUNCED)));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn("notice", NoticeState.class, NoticeState.Move.class);
  }
}
