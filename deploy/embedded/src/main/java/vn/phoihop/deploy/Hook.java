package vn.phoihop.deploy;

/** What is done when the launcher ends, by Ctrl-C or for whatever reason. */
final class Hook {
  private volatile Runnable action;

  Hook(Runnable action) {
    this.action = action;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> this.action.run(), "stop"));
  }

  void become(Runnable next) {
    action = next;
  }
}
