package vn.phoihop.platform.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.OutboxConnections;
import vn.phoihop.platform.time.SystemClock;

/**
 * Seals audit rows each second, in batches. One instance of a service does so, under an advisory
 * lock. A batch is committed before the next one is made: a chain that forgot its end after a crash
 * would grow another one.
 */
@Singleton
class AuditSealer {

  private static final Logger LOG = Logger.getLogger(AuditSealer.class);
  private static final int BATCH = 1_000;
  private static final int PAUSE_MILLIS = 1_000;

  private final OutboxConnections connections;
  private final AuditKey key;
  private final SystemClock clock;
  private final String chain;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread = new Thread(this::keepSealing, "audit-sealer");
  private @Nullable String lastFault;

  AuditSealer(
      OutboxConnections connections,
      AuditKey key,
      SystemClock clock,
      @ConfigProperty(name = "quarkus.application.name") String chain) {
    this.connections = connections;
    this.key = key;
    this.clock = clock;
    this.chain = chain;
  }

  void start(@Observes StartupEvent started) {
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopped.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }

  private void keepSealing() {
    while (!stops()) {
      try (Connection connection = connections.openDurable("audit-sealer")) {
        AuditTable table = new AuditTable(connection, chain);
        while (!table.lock()) {
          if (stops()) {
            return;
          }
        }
        while (true) {
          sealAll(table);
          lastFault = null;
          if (stops()) {
            return;
          }
        }
      } catch (SQLException | RuntimeException e) {
        say(e.getMessage());
      }
    }
  }

  private void sealAll(AuditTable table) throws SQLException {
    Optional<AuditTable.Batch> last = table.last();
    while (true) {
      AuditChain.@Nullable Header before = last.map(AuditTable.Batch::header).orElse(null);
      long first = before == null ? 1 : before.first() + before.size();
      List<SealedEntry> entries = table.waiting(first, BATCH);
      if (entries.isEmpty()) {
        return;
      }
      AuditChain.Header header =
          new AuditChain.Header(
              chain,
              before == null ? 1 : before.n() + 1,
              first,
              entries.size(),
              AuditChain.root(entries.stream().map(entry -> entry.canonical(chain)).toList()),
              before == null ? AuditChain.NOTHING_BEFORE : before.hash(),
              clock.now(),
              key.publicKey());
      AuditTable.Batch batch = new AuditTable.Batch(header, key.sign(header.bytes()));
      table.seal(batch, entries);
      last = Optional.of(batch);
    }
  }

  /** Waits a moment; true when the service stops. */
  private boolean stops() {
    try {
      return stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Once an outage, not each second. */
  private void say(@Nullable String fault) {
    if (stopped.getCount() > 0 && !Objects.equals(fault, lastFault)) {
      LOG.warnf("audit rows wait for their seal: %s", fault);
      lastFault = fault;
    }
  }
}
