package vn.phoihop.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs; all run on the JDK that runs the launcher. */
final class Java {
  private Java() {}

  /** With C1 only and one collector thread: on few cores a start and steady latency matter most. */
  static List<String> command(int heapMegabytes, String... arguments) {
    // Otherwise a machine with much memory begins with all of it, and the young part is used up
    // whole.
    return jvm(
        heapMegabytes,
        List.of("-Xms" + heapMegabytes / 4 + "m", "-XX:TieredStopAtLevel=1"),
        arguments);
  }

  /**
   * With C2 too, for what is called the most: slower while it compiles, less work afterwards. A
   * young part of three times what it would be is collected a third as often, at the same cost
   * each.
   */
  static List<String> optimising(int heapMegabytes, String... arguments) {
    return jvm(heapMegabytes, List.of("-Xms" + heapMegabytes / 2 + "m", "-Xmn48m"), arguments);
  }

  private static List<String> jvm(int heapMegabytes, List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(flags);
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** A main class of this module, from the copy that this launcher runs from. */
  static List<String> own(int heapMegabytes, Class<?> main, String... arguments) {
    List<String> command =
        command(heapMegabytes, "-cp", System.getProperty("java.class.path"), main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
