package vn.phoihop.deploy;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings one part up and waits until it answers, or says why it does not. */
final class Starter {
  private static final int LAST_LINES = 30;

  private final Progress progress;
  private final Set<Part> started = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  Starter(Progress progress) {
    this.progress = progress;
  }

  /** After this nothing is launched any more. */
  synchronized void cancel() {
    cancelled = true;
  }

  Set<Part> started() {
    return started;
  }

  void install(Part part) {
    if (!part.daemon.isRunning()) {
      part.install();
    }
  }

  void bring(Part part) {
    boolean running = part.daemon.isRunning();
    if (!running) {
      launch(part);
    }
    awaitAnswer(part);
    part.furnish();
    progress.say(
        part.name,
        (running ? "already up   " : "ready        ")
            + part.address()
            + (part.runsAnotherBuild() ? "   (from another build; deploy/down renews it)" : ""));
  }

  /** Not while {@link #cancel} is called: what is launched is known to whoever stops it. */
  private synchronized void launch(Part part) {
    if (cancelled) {
      throw new Failure("interrupted before " + part.name + " was started");
    }
    progress.say(part.name, "starting");
    started.add(part);
    part.launch();
  }

  private void awaitAnswer(Part part) {
    Instant deadline = Instant.now().plus(part.patience());
    while (!answers(part)) {
      if (cancelled) {
        throw new Failure("interrupted while " + part.name + " was starting");
      }
      if (!part.daemon.isRunning()) {
        throw failure(part, "stopped while starting");
      }
      if (Instant.now().isAfter(deadline)) {
        throw failure(part, "is not ready after " + part.patience().toSeconds() + " s");
      }
      Pause.briefly();
    }
  }

  private static boolean answers(Part part) {
    try {
      return part.answers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Exception e) {
      return false; // not yet: whatever it is, the log has it
    }
  }

  private static Failure failure(Part part, String what) {
    return new Failure(
        "%s %s. The last lines of %s:%n%s"
            .formatted(part.name, what, part.daemon.log(), part.daemon.lastWords(LAST_LINES)));
  }
}
