package vn.phoihop.notification.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.SystemClock;

/** The streams that this instance has open. */
@Singleton
class FeedStreams {

  private static final int PAGE = 100;
  private static final int LOOK_MILLIS = 1_000;
  private static final String RETRY_AFTER_SECONDS = "5";

  private final FeedService service;
  private final FeedSettings settings;
  private final SystemClock clock;
  private final CurrentIdentityAssociation identities;
  private final Vertx vertx;
  private final Set<FeedStream> open = new HashSet<>();

  FeedStreams(
      FeedService service,
      FeedSettings settings,
      SystemClock clock,
      CurrentIdentityAssociation identities,
      Vertx vertx,
      MeterRegistry meters) {
    this.service = service;
    this.settings = settings;
    this.clock = clock;
    this.identities = identities;
    this.vertx = vertx;
    meters.gauge("phoihop.feed.streams", this, streams -> streams.all().size());
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(LOOK_MILLIS, timer -> look());
  }

  /** Before the service waits for its requests to end: a stream would never. */
  void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
    all().forEach(FeedStream::end);
  }

  /**
   * Opens a stream for who calls now.
   *
   * @param until when the caller's token expires
   * @param cut breaks the caller's connection
   */
  Multi<Optional<FeedItem>> open(
      String party, long start, @Nullable Set<String> types, Instant until, Runnable cut) {
    SecurityIdentity who = identities.getIdentity();
    FeedStream[] self = new FeedStream[1];
    FeedStream stream =
        new FeedStream(
            party,
            start,
            clock.now(),
            until,
            position -> read(who, position, types),
            Infrastructure.getDefaultWorkerPool(),
            cut,
            () -> forget(self[0]));
    self[0] = stream;
    synchronized (open) {
      if (open.stream().filter(s -> s.party().equals(party)).count()
          >= settings.streamsPerParty()) {
        throw ProblemException.of(FeedProblem.TOO_MANY_STREAMS, settings.streamsPerParty())
            .header("Retry-After", RETRY_AFTER_SECONDS);
      }
      open.add(stream);
    }
    return stream.events();
  }

  void wake(Set<String> parties) {
    all().stream().filter(s -> parties.contains(s.party())).forEach(FeedStream::wake);
  }

  void wakeAll() {
    all().forEach(FeedStream::wake);
  }

  /** How many a party has. */
  long count(String party) {
    return all().stream().filter(s -> s.party().equals(party)).count();
  }

  private void look() {
    Instant now = clock.now();
    all().forEach(s -> s.look(now, settings.heartbeat(), settings.patience()));
  }

  private List<FeedStream> all() {
    synchronized (open) {
      return List.copyOf(open);
    }
  }

  private void forget(FeedStream stream) {
    synchronized (open) {
      open.remove(stream);
    }
  }

  /** As the party that opened the stream: the policies bind here too. */
  private FeedSlice read(SecurityIdentity who, long position, @Nullable Set<String> types) {
    ManagedContext request = Arc.container().requestContext();
    request.activate();
    try {
      identities.setIdentity(who);
      return service.after(position, types, PAGE);
    } finally {
      request.terminate();
    }
  }
}
