package vn.phoihop.platform.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashPointTest {

  /** A program that passes the point "here" and says so. */
  public static final class Program {
    public static void main(String[] args) {
      CrashPoint.reached("here");
      System.exit(0);
    }
  }

  @TempDir Path folder;

  @Test
  void halts_once_where_its_file_lies() throws Exception {
    Path file = Files.createFile(folder.resolve("program.here"));

    assertEquals(137, run(folder.toString()));
    assertFalse(Files.exists(file));
    assertEquals(0, run(folder.toString()), "only once");
  }

  @Test
  void does_nothing_where_nobody_named_a_folder() throws Exception {
    Path file = Files.createFile(folder.resolve("program.here"));

    assertEquals(0, run(""));
    assertTrue(Files.exists(file));
  }

  private static int run(String points) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.application.name=program",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    program.environment().put("PHOIHOP_CRASH_POINTS", points);
    return program.inheritIO().start().waitFor();
  }
}
