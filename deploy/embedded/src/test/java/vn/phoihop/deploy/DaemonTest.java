package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DaemonTest {
  private static final List<String> LONG = List.of("/bin/sh", "-c", "echo hello; exec sleep 300");

  @TempDir Path data;
  private Settings settings;
  private Daemon daemon;

  @BeforeEach
  void open() {
    settings = new Settings(data, data, data, 0);
    daemon = new Daemon(settings, "sleeper");
  }

  @AfterEach
  void stop() {
    daemon.stop("KILL", Duration.ofSeconds(5));
  }

  @Test
  void isFoundAgainByAnotherLauncherAndStopped() {
    daemon.start(LONG, Map.of());

    Daemon seenByAnother = new Daemon(settings, "sleeper");
    assertTrue(seenByAnother.isRunning());
    seenByAnother.stop("TERM", Duration.ofSeconds(5));
    assertFalse(daemon.isRunning());
  }

  @Test
  void isKilledWhenItDoesNotListen() {
    daemon.start(List.of("/bin/sh", "-c", "trap '' TERM; while :; do sleep 1; done"), Map.of());
    daemon.stop("TERM", Duration.ofMillis(300));
    assertFalse(daemon.isRunning());
  }

  @Test
  void aNumberUsedAgainByAnotherProgramIsNotOurs() throws Exception {
    daemon.start(LONG, Map.of());
    Path record = data.resolve("pids/sleeper");
    String ours = Files.readString(record);
    long pid = Long.parseLong(ours.split(" ")[0]);

    Files.writeString(record, pid + " 1000000000000\n");
    assertFalse(daemon.isRunning());
    daemon.stop("TERM", Duration.ofSeconds(5));
    assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive(), "a stranger must not be stopped");

    Files.writeString(record, ours);
  }

  @Test
  void aBrokenRecordMeansNotRunning() throws Exception {
    Files.createDirectories(data.resolve("pids"));
    Files.writeString(data.resolve("pids/sleeper"), "half a li");
    assertFalse(daemon.isRunning());
  }

  @Test
  void itsLastWordsAreThoseSinceTheStart() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(settings.log("sleeper"), "from an earlier life\n");
    daemon.start(List.of("/bin/sh", "-c", "echo one; echo two >&2; echo three"), Map.of());
    while (daemon.isRunning()) {
      Pause.briefly();
    }
    assertEquals("two\nthree", daemon.lastWords(2));
    assertEquals("one\ntwo\nthree", daemon.lastWords(30));
  }

  @Test
  void stackFramesAreNotAmongThem() throws Exception {
    Files.createDirectories(data.resolve("logs"));
    Files.writeString(
        settings.log("sleeper"),
        """
        ERROR Failed to start application: java.lang.IllegalStateException: no key
        \tat vn.phoihop.A.b(A.java:1)
        Caused by: java.io.IOException: why
        \tat vn.phoihop.C.d(C.java:2)
        \t... 17 more
        """);
    assertEquals(
        """
        ERROR Failed to start application: java.lang.IllegalStateException: no key
        Caused by: java.io.IOException: why""",
        daemon.lastWords(30));
  }
}
