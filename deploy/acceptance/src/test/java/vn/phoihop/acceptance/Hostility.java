package vn.phoihop.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What receivers in the field do, one of it for each call, by a seed; until it is healed, from when
 * on it is honest.
 */
final class Hostility implements Conduct {

  enum Misdeed {
    TAKES,
    TAKES_SLOWLY,
    FAILS,
    WANTS_SECONDS,
    WANTS_A_DATE,
    WANTS_NONSENSE,
    REDIRECTS,
    TALKS_WITHOUT_END,
    SAYS_20_MB,
    RESETS_AFTER_READING,
    SLOW_HEAD,
    HEAD_AND_NO_BODY,
    ABORTS
  }

  private static final int CHUNK = 64 * 1024;
  private static final int HUGE = 20_000_000;

  private final Random random;
  private final CountDownLatch healed = new CountDownLatch(1);
  private final Map<Misdeed, Integer> done = new EnumMap<>(Misdeed.class);

  Hostility(long seed) {
    this.random = new Random(seed);
  }

  void heal() {
    healed.countDown();
  }

  Map<Misdeed, Integer> done() {
    synchronized (done) {
      return new EnumMap<>(done);
    }
  }

  @Override
  public void answer(Socket socket, Runnable taken) throws IOException {
    if (healed.getCount() == 0) {
      HONEST.answer(socket, taken);
    } else {
      commit(next(), socket, taken);
    }
  }

  private Misdeed next() {
    synchronized (done) {
      Misdeed misdeed = Misdeed.values()[random.nextInt(Misdeed.values().length)];
      done.merge(misdeed, 1, Integer::sum);
      return misdeed;
    }
  }

  private void commit(Misdeed misdeed, Socket socket, Runnable taken) throws IOException {
    switch (misdeed) {
      case TAKES -> HONEST.answer(socket, taken);
      case TAKES_SLOWLY -> {
        linger(1_500);
        HONEST.answer(socket, taken);
      }
      case FAILS -> refuse(socket, "500 No", "");
      case WANTS_SECONDS -> refuse(socket, "429 Later", "retry-after: 1\r\n");
      case WANTS_A_DATE ->
          refuse(
              socket,
              "429 Later",
              "retry-after: "
                  + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                      ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2))
                  + "\r\n");
      case WANTS_NONSENSE -> refuse(socket, "429 Later", "retry-after: -1e9 soon\r\n");
      // Nobody may go where it leads: whatever came there would count as not verified.
      case REDIRECTS ->
          refuse(
              socket,
              "302 Elsewhere",
              "location: http://127.0.0.1:%d/elsewhere\r\n".formatted(socket.getLocalPort()));
      case TALKS_WITHOUT_END -> {
        taken.run();
        say(socket, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
        while (healed.getCount() > 0) {
          say(socket, "%x\r\n%s\r\n".formatted(CHUNK, "x".repeat(CHUNK)));
        }
        socket.close();
      }
      case SAYS_20_MB -> {
        taken.run();
        say(socket, "HTTP/1.1 200 OK\r\ncontent-length: " + HUGE + "\r\n\r\n");
        for (int said = 0; said < HUGE; said += CHUNK) {
          say(socket, "x".repeat(Math.min(CHUNK, HUGE - said)));
        }
      }
      case RESETS_AFTER_READING -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }
      case SLOW_HEAD -> {
        for (int i = 0; i < 60 && healed.getCount() > 0; i++) {
          say(socket, i == 0 ? "HTTP/1.1 200 OK\r\nx: " : "x");
          linger(100);
        }
        socket.close();
      }
      case HEAD_AND_NO_BODY -> {
        taken.run();
        say(socket, "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n");
        linger(6_000);
        socket.close();
      }
      case ABORTS -> refuse(socket, "422 Never", "webhook-delivery: abort-message\r\n");
    }
  }

  private static void refuse(Socket socket, String status, String headers) throws IOException {
    say(socket, "HTTP/1.1 " + status + "\r\n" + headers + "content-length: 0\r\n\r\n");
  }

  private static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Being slow is what is tried; a receiver that is healed is slow no more. */
  private void linger(long millis) throws IOException {
    try {
      healed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
