package vn.phoihop.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** One launcher at a time starts or stops the parts of a data folder. */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  static Lock of(Settings settings) {
    try {
      Folders.createPrivate(settings.data());
      FileChannel channel =
          FileChannel.open(
              settings.data().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = channel.tryLock();
      if (held == null) {
        System.err.println(
            "Another deploy/up or deploy/down is at work on %s; waiting for it."
                .formatted(settings.data()));
        channel.lock();
      }
      return new Lock(channel);
    } catch (IOException e) {
      throw new Failure("cannot lock " + settings.data() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Failure("cannot unlock: " + e.getMessage(), e);
    }
  }
}
