package vn.phoihop.deploy;

import vn.phoihop.deploy.demo.Demo;

/** deploy/up: starts what is down, waits until all is ready, and stays until Ctrl-C. */
final class Up {
  private final Settings settings;
  private final Progress progress = new Progress();
  private final Stack stack;

  private Up(Settings settings) {
    this.settings = settings;
    this.stack = new Stack(settings, progress);
  }

  static void run(Settings settings, UpOptions options) {
    new Up(settings).run(options);
  }

  private void run(UpOptions options) {
    Hook hook = new Hook(stack::stopStarted);
    try (Lock lock = Lock.of(settings)) {
      if (options.fresh()) {
        stack.stop();
        new Data(settings).forget();
      }
      Disk.require(settings.data());
      setClock(options);
      stack.start();
    }
    hook.become(options.detach() ? () -> {} : stack::stop);
    System.err.println(Addresses.table(settings));
    if (options.demo()) {
      Demo.run(settings, new ClockOffset(settings).now());
    }
    if (options.detach()) {
      System.err.println("The stack stays up; deploy/down stops it.");
    } else {
      System.err.println("Ctrl-C stops everything.");
      new Watch(stack, progress).untilAllEnded();
    }
  }

  /** Services that run keep their clock; all must have the same. */
  private void setClock(UpOptions options) {
    ClockOffset clock = new ClockOffset(settings);
    boolean running = stack.servicesRun();
    String wanted = options.clockOffset().orElse(running ? clock.current() : ClockOffset.NONE);
    if (running && !wanted.equals(clock.current())) {
      throw new Failure(
          "services run with the clock offset %s; deploy/down first".formatted(clock.current()));
    }
    clock.set(wanted);
  }
}
