package vn.phoihop.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of JVMs; all run on the JDK that runs the launcher. */
final class Java {
  private Java() {}

  /** With C1 only and one collector thread: on few cores a start and steady latency matter most. */
  static List<String> command(int heapMegabytes, String... arguments) {
    List<String> command = optimising(heapMegabytes, "-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    return command;
  }

  /** With C2 too, for what is called the most: slower while it compiles, less work afterwards. */
  static List<String> optimising(int heapMegabytes, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            // Otherwise a machine with much memory begins with all of it, and the young part is
            // used up whole.
            "-Xms" + heapMegabytes / 4 + "m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8"));
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
