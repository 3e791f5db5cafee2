package vn.phoihop.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The processes of one data folder, and which of them waits for which. */
final class Stack {
  private final Executor executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "starter");
            thread.setDaemon(true);
            return thread;
          });
  private final Settings settings;
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final SmtpPart smtp;
  private final KeycloakPart keycloak;
  private final List<ServicePart> services;
  private final Progress progress;
  private final Starter starter;
  private volatile boolean stopping;

  Stack(Settings settings, Progress progress) {
    Keys keys = new Keys(settings.data());
    this.settings = settings;
    this.progress = progress;
    this.starter = new Starter(progress);
    this.postgres = new PostgresPart(settings, keys);
    this.kafka = new KafkaPart(settings);
    this.smtp = new SmtpPart(settings);
    this.keycloak = new KeycloakPart(settings, keys, postgres);
    ClockOffset clock = new ClockOffset(settings);
    this.services =
        ServicePart.SERVICES.stream()
            .map(port -> new ServicePart(settings, port, keys, postgres, kafka, clock))
            .toList();
  }

  List<Part> parts() {
    return Stream.concat(services.stream(), Stream.of(keycloak, smtp, kafka, postgres)).toList();
  }

  boolean servicesRun() {
    return services.stream().anyMatch(service -> service.daemon.isRunning());
  }

  /** Starts what is down. If one part cannot start, what this call started is stopped again. */
  void start() {
    stopping = false;
    parts().stream()
        .filter(part -> !part.daemon.isRunning())
        .forEach(part -> PortCheck.require(settings, part));

    CompletableFuture<Void> database = bring(postgres);
    CompletableFuture<Void> broker = bring(kafka);
    List<CompletableFuture<Void>> all = new ArrayList<>(List.of(database, broker, bring(smtp)));
    all.add(bring(keycloak, database));
    services.forEach(service -> all.add(bring(service, database, broker)));
    try {
      allOrFirstFailure(all).join();
    } catch (CompletionException e) {
      RuntimeException cause = e.getCause() instanceof Failure failure ? failure : e;
      progress.say("giving up", String.valueOf(cause.getMessage()).replaceFirst("(?s)\\. .*", ""));
      stopStarted();
      throw cause;
    }
  }

  /** Ends with the first that fails: nobody waits for the slowest to hear that another is dead. */
  static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> all) {
    CompletableFuture<Void> outcome =
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    for (CompletableFuture<Void> one : all) {
      one.whenComplete(
          (nothing, fault) -> {
            if (fault != null) {
              outcome.completeExceptionally(fault);
            }
          });
    }
    return outcome;
  }

  private CompletableFuture<Void> bring(Part part, CompletableFuture<?>... others) {
    CompletableFuture<Void> installed =
        CompletableFuture.runAsync(() -> starter.install(part), executor);
    return CompletableFuture.allOf(others)
        .thenCombine(installed, (nothing, none) -> part)
        .thenAcceptAsync(starter::bring, executor);
  }

  /** Gives up a start: what was up before stays up. */
  void stopStarted() {
    stopping = true;
    starter.cancel();
    Commands.endAll();
    stop(starter.started());
  }

  void stop() {
    stopping = true;
    stop(parts());
  }

  boolean isStopping() {
    return stopping;
  }

  /** One at a time: a failed start and Ctrl-C may both want it. */
  private synchronized void stop(Collection<Part> which) {
    stopTogether(services, which);
    stopTogether(List.of(keycloak, kafka, smtp), which);
    stopTogether(List.of(postgres), which);
  }

  private void stopTogether(List<? extends Part> group, Collection<Part> which) {
    CompletableFuture.allOf(
            group.stream()
                .filter(which::contains)
                .map(part -> CompletableFuture.runAsync(() -> stop(part), executor))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void stop(Part part) {
    boolean ran = part.daemon.isRunning();
    part.stop();
    if (ran) {
      progress.say(part.name, "stopped");
    }
  }
}
