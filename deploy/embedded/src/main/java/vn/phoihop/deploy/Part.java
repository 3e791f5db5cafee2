package vn.phoihop.deploy;

import java.time.Duration;
import java.util.List;

/**
 * One process of the stack: how it is started, when it is ready, and what the others need of it.
 */
abstract class Part {
  final Settings settings;
  final String name;
  final Daemon daemon;

  Part(Settings settings, String name) {
    this.settings = settings;
    this.name = name;
    this.daemon = new Daemon(settings, name);
  }

  /** The ports it listens on, the one that people use first. */
  abstract List<Port> ports();

  /** What is done before the first start and needs no other part: unpacking, formatting. */
  void install() {}

  abstract void launch();

  /** Whether it answers; an exception means no. */
  abstract boolean answers() throws Exception;

  /** Once it answers: what the others find there. Done at every start, so it may be repeated. */
  void furnish() {}

  /** What a person opens or connects to. */
  String address() {
    return settings.url(ports().get(0));
  }

  /** Whether it was started from copies of other sources than this launcher's. */
  boolean runsAnotherBuild() {
    return daemon
        .process()
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains(settings.data().resolve("run") + "/"))
        .filter(line -> !line.contains(settings.run() + "/"))
        .isPresent();
  }

  Duration patience() {
    return Duration.ofSeconds(120);
  }

  void stop() {
    daemon.stop("TERM", Duration.ofSeconds(20));
  }
}
