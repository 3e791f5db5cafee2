package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shell scripts, as far as they come before Java: what is wrong is said before any building.
 */
@Timeout(30)
class LaunchTest {
  private static final String JAVA_11 =
      """
      openjdk version "11.0.22" 2024-01-16
      OpenJDK Runtime Environment (build 11.0.22+7-post-Debian-1)
      """;
  private static final String JAVA_8 =
      """
      Property settings:
          java.home = /opt/java-8/jre
          java.specification.version = 1.8

      java version "1.8.0_402"
      """;
  private static final String ONLY_A_RUNTIME =
      """
      Property settings:
          java.home = /opt/runtime-21

      openjdk version "21-ea" 2023-09-19
      """;

  @TempDir Path home;

  @Test
  void anOldJavaIsCalledOldWhateverElseItSays() throws Exception {
    assertEquals(
        "error: Java 11.0.22 is too old (%s/bin/java): a JDK, 17 or later, is wanted; set JAVA_HOME"
            .formatted(home),
        withJava(JAVA_11));
    assertEquals(
        "error: Java 1.8.0_402 is too old (/opt/java-8/jre): a JDK, 17 or later, is wanted; set JAVA_HOME",
        withJava(JAVA_8));
  }

  @Test
  void aRuntimeIsNoJdkAndWhatSaysNothingIsNoJava() throws Exception {
    String runtime = withJava(ONLY_A_RUNTIME);
    assertTrue(runtime.contains("/opt/runtime-21 runs Java but is no JDK"), runtime);
    String mute = withJava("hello\n");
    assertTrue(mute.contains("does not say its version"), mute);
    String none = error(Map.of("JAVA_HOME", home + "/elsewhere"), "up");
    assertTrue(none.contains("no Java found (%s/elsewhere/bin/java)".formatted(home)), none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "-1", "40001", "99999999999999999999", "1 2"})
  void anOffsetThatCannotBeIsToldAtOnce(String offset) throws Exception {
    assertEquals(
        "error: PHOIHOP_PORT_OFFSET must be a number from 0 to 40000, not '%s'".formatted(offset),
        error(Map.of("PHOIHOP_PORT_OFFSET", offset), "up"));
  }

  @Test
  void anOptionThatIsNotKnownIsToldAtOnce() throws Exception {
    String hint = "; see deploy/up --help";
    assertEquals("error: unknown option --deamon" + hint, error(Map.of(), "up", "--deamon"));
    assertEquals(
        "error: unknown option P40D" + hint,
        error(Map.of(), "up", "--clock-offset", "P40D", "P40D"));
    assertEquals(
        "error: --clock-offset wants a value" + hint, error(Map.of(), "up", "--clock-offset"));
  }

  private String withJava(String says) throws Exception {
    Path java = home.resolve("bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\ncat >&2 <<'END'\n" + says + "END\n");
    assertTrue(java.toFile().setExecutable(true));
    return error(Map.of("JAVA_HOME", home.toString()), "up", "--detach");
  }

  private static String error(Map<String, String> environment, String command, String... options)
      throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of("..", command).toAbsolutePath().normalize().toString());
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor(), said);
    return said.strip();
  }
}
