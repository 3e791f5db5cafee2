package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class StarterTest {
  private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(1);

  @TempDir Path data;
  private final Starter starter = new Starter(new Progress());
  private Script part;

  @AfterEach
  void stop() {
    part.stop();
  }

  @Test
  void aPartThatIsNotReadyInTimeShowsWhatItSaidLast() {
    part =
        new Script(
            "echo one; echo waiting for the moon; exec sleep 300", false, Duration.ofSeconds(1));
    part.says = "one\nwaiting for the moon";
    Failure failure = assertThrows(Failure.class, () -> starter.bring(part));
    assertEquals(
        "script is not ready after 1 s. The last lines of %s:\none\nwaiting for the moon"
            .formatted(data.resolve("logs/script.log")),
        failure.getMessage());
    assertEquals(Set.of(part), starter.started());
  }

  @Test
  void aPartThatEndsWhileItStartsIsToldAtOnce() {
    part = new Script("echo no key; exit 3", false, LONGER_THAN_THE_TEST);
    Failure failure = assertThrows(Failure.class, () -> starter.bring(part));
    assertTrue(
        failure.getMessage().startsWith("script stopped while starting."), failure::getMessage);
    assertTrue(failure.getMessage().endsWith("\nno key"), failure::getMessage);
  }

  @Test
  void afterAnEndNothingIsLaunched() {
    part = new Script("exec sleep 300", true, LONGER_THAN_THE_TEST);
    starter.cancel();
    assertThrows(Failure.class, () -> starter.bring(part));
    assertEquals(Set.of(), starter.started());
  }

  private final class Script extends Part {
    private final String script;
    private final boolean answers;
    private final Duration patience;

    /** What it has said when it counts as launched: the patience with it begins then. */
    private String says = "";

    Script(String script, boolean answers, Duration patience) {
      super(new Settings(data, data, data, 0), "script");
      this.script = script;
      this.answers = answers;
      this.patience = patience;
    }

    @Override
    List<Port> ports() {
      return List.of(Port.SMTP);
    }

    @Override
    void launch() {
      daemon.start(List.of("/bin/sh", "-c", script), Map.of());
      while (!daemon.lastWords(30).startsWith(says)) {
        Pause.briefly();
      }
    }

    @Override
    boolean answers() {
      return answers;
    }

    @Override
    Duration patience() {
      return patience;
    }
  }
}
