package vn.phoihop.deploy;

import java.util.ArrayList;
import java.util.List;

/** Stays with a running stack and tells of every process that ends by itself. */
final class Watch {
  private final Stack stack;
  private final Progress progress;

  Watch(Stack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  void untilAllEnded() {
    List<Part> running = new ArrayList<>(stack.parts());
    while (!running.isEmpty() && !stack.isStopping()) {
      for (Part part : List.copyOf(running)) {
        if (!part.daemon.isRunning() && !stack.isStopping()) {
          running.remove(part);
          progress.say(
              part.name, "has ended; deploy/up starts it again. Log: " + part.daemon.log());
        }
      }
      Pause.briefly();
    }
  }
}
