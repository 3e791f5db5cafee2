package vn.phoihop.notification.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one client follows. It reads on in the feed only as its client takes, a page at a time: a
 * slow client costs a page of memory, and what it has not seen waits in the database.
 */
final class FeedStream {

  private static final Logger LOG = Logger.getLogger(FeedStream.class);

  private final String party;
  private final Instant until;
  private final LongFunction<FeedSlice> feed;
  private final Executor workers;
  private final Runnable cut;
  private final Runnable over;
  private final Queue<Optional<FeedItem>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile long position;
  private volatile boolean fresh = true;
  private volatile boolean reading;
  private volatile boolean ended;
  private volatile @Nullable MultiEmitter<? super Optional<FeedItem>> client;
  private volatile long sent;
  private long sentBefore;
  private Instant lastSent;

  /**
   * @param start the number after which it begins
   * @param until when it ends
   * @param feed reads what follows a number; may block
   * @param cut breaks the client's connection
   * @param over called once when the stream has ended, however
   */
  FeedStream(
      String party,
      long start,
      Instant now,
      Instant until,
      LongFunction<FeedSlice> feed,
      Executor workers,
      Runnable cut,
      Runnable over) {
    this.party = party;
    this.position = start;
    this.lastSent = now;
    this.until = until;
    this.feed = feed;
    this.workers = workers;
    this.cut = cut;
    this.over = over;
  }

  String party() {
    return party;
  }

  /** The events, for one subscriber; empty where there is nothing to say but that we are here. */
  Multi<Optional<FeedItem>> events() {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              waiting.add(Optional.empty());
              emitter.onTermination(over);
              client = emitter;
              emitter.onRequest(n -> flow());
              flow();
              if (ended) {
                emitter.complete();
              }
            },
            BackPressureStrategy.ERROR);
  }

  /** There may be something new. */
  void wake() {
    fresh = true;
    flow();
  }

  /**
   * Ends what has expired and who takes nothing, and shows the others that we are here. Called by
   * one thread.
   */
  void look(Instant now, Duration heartbeat, Duration patience) {
    MultiEmitter<? super Optional<FeedItem>> emitter = client;
    long sentNow = sent;
    if (sentNow != sentBefore) {
      sentBefore = sentNow;
      lastSent = now;
    }
    Duration quiet = Duration.between(lastSent, now);
    if (!now.isBefore(until)) {
      end();
    } else if (emitter == null) {
      return;
    } else if (emitter.requested() > 0) {
      if (quiet.compareTo(heartbeat) >= 0 && waiting.isEmpty() && !reading) {
        waiting.add(Optional.empty());
        flow();
      }
    } else if (quiet.compareTo(patience) >= 0) {
      cut.run();
    }
  }

  void end() {
    ended = true;
    MultiEmitter<? super Optional<FeedItem>> emitter = client;
    if (emitter == null) {
      over.run();
    } else {
      emitter.complete();
      // What the client does not take would keep the connection open behind the end.
      if (emitter.requested() == 0) {
        cut.run();
      }
    }
  }

  /** One thread at a time sends; whoever comes meanwhile leaves it another turn. */
  private void flow() {
    if (turns.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      MultiEmitter<? super Optional<FeedItem>> emitter = client;
      if (emitter != null) {
        send(emitter);
      }
      seen = turns.addAndGet(-seen);
    } while (seen != 0);
  }

  private void send(MultiEmitter<? super Optional<FeedItem>> emitter) {
    while (emitter.requested() > 0 && !emitter.isCancelled()) {
      Optional<FeedItem> next = waiting.poll();
      if (next == null) {
        if (fresh && !reading) {
          reading = true;
          fresh = false;
          workers.execute(this::read);
        }
        return;
      }
      sent++;
      emitter.emit(next);
    }
  }

  private void read() {
    try {
      FeedSlice slice = feed.apply(position);
      position = slice.end();
      for (FeedItem item : slice.items()) {
        waiting.add(Optional.of(item));
      }
      if (!slice.done()) {
        fresh = true;
      }
    } catch (RuntimeException e) {
      // The client comes again, and says where it was.
      LOG.warnf("a stream of the feed ends: %s", e.getMessage());
      end();
    } finally {
      reading = false;
    }
    flow();
  }
}
