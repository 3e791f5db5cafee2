package vn.phoihop.notification.email;

import static vn.phoihop.notification.email.NoticeState.DEAD_LETTER;
import static vn.phoihop.notification.email.NoticeState.RETRY_WAIT;
import static vn.phoihop.notification.email.NoticeState.SENDING;
import static vn.phoihop.notification.email.NoticeState.SENT;
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
        Map.of(
            "QUEUED send", SENDING,
            "RETRY_WAIT send", SENDING,
            "SENDING send", SENDING,
            "SENDING accept", SENT,
            "SENDING wait", RETRY_WAIT,
            "SENDING give-up", DEAD_LETTER,
            "SENDING despair", UNREACHABLE));
  }

  @Test
  void drawn() throws IOException {
    StateMachineContract.assertDrawn("notice", NoticeState.class, NoticeState.Move.class);
  }
}
