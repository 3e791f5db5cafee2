package vn.phoihop.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A receiver in a process of its own, which says where it listens. */
final class Running implements AutoCloseable {
  private static final String LISTENING = "listening on ";

  private final Process process;
  private final CompletableFuture<URI> url = new CompletableFuture<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  Running(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // All the time: a process that nobody reads stands still.
    reader = new Thread(this::read, "output of " + command.get(0));
    reader.start();
  }

  private void read() {
    try (BufferedReader out = process.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        add(line);
        if (line.startsWith(LISTENING)) {
          url.complete(URI.create(line.substring(LISTENING.length())));
        }
      }
    } catch (IOException e) {
      add(e.toString());
    }
    url.completeExceptionally(new IOException("it ended: " + lines));
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  /** Until it has said so many lines that begin so, or for long enough to say that it will not. */
  synchronized void awaitLines(String begin, long count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (lines.stream().filter(line -> line.startsWith(begin)).count() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return;
      }
      wait(left);
    }
  }

  URI url() throws Exception {
    return url.get(30, TimeUnit.SECONDS);
  }

  /** All that it has said, once it has ended. */
  List<String> stop() throws InterruptedException {
    process.destroy();
    return end();
  }

  /** Ended by kill -9, as by a power failure. */
  List<String> kill() throws InterruptedException {
    process.destroyForcibly();
    return end();
  }

  private List<String> end() throws InterruptedException {
    process.waitFor();
    reader.join();
    return lines;
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
