package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a checkout in miniature, whose Maven always fails: what is built already must not call it. */
class BuildTest {
  private static final List<String> SERVICES =
      List.of("liaison-service", "incident-service", "reporting-service", "notification-service");

  @TempDir Path root;
  private Build build;

  @BeforeEach
  void checkout() throws Exception {
    write("pom.xml", "<project/>");
    write("mvnw", "#!/bin/sh\necho '[ERROR] called'; exit 1\n");
    assertTrue(root.resolve("mvnw").toFile().setExecutable(true));
    for (String module : List.of("platform", "deploy/embedded")) {
      write(module + "/pom.xml", "<project/>");
      write(module + "/src/main/java/A.java", "class A {}");
    }
    for (String service : SERVICES) {
      write(service + "/pom.xml", "<project/>");
      write(service + "/src/main/java/A.java", "class A {}");
    }
    write("deploy/embedded/target/lib/a.jar", "library");
    artifacts("first");
    build = new Build(root, root.resolve(".data"));
  }

  @Test
  void whatIsBuiltIsCopiedAndNotBuiltAgain() throws Exception {
    Path run = build.runnable();

    assertEquals("first", Files.readString(run.resolve("incident-service/quarkus-run.jar")));
    assertTrue(Files.exists(run.resolve("embedded/lib/a.jar")));
    assertEquals(run + "\n", Files.readString(root.resolve(".data/run/current")));
    assertEquals(run, build.runnable());
  }

  @Test
  void aLaterBuildOfOtherSourcesReplacesACopyThatNothingRunsFrom() throws Exception {
    build.runnable();
    write("incident-service/src/main/java/A.java", "class A { int changed; }");
    artifacts("second");

    Path run = build.runnable();
    assertEquals("second", Files.readString(run.resolve("incident-service/quarkus-run.jar")));
    try (Stream<Path> runs = Files.list(root.resolve(".data/run"))) {
      assertEquals(1, runs.filter(Files::isDirectory).count());
    }
  }

  @Test
  void sourcesNewerThanTheArtifactsAreBuiltAndAFailureIsTold() throws Exception {
    write("platform/src/main/java/A.java", "class A { int changed; }");
    Files.setLastModifiedTime(
        root.resolve("platform/src/main/java/A.java"),
        FileTime.fromMillis(System.currentTimeMillis() + 120_000));

    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> build.runnable());
    assertTrue(failure.getMessage().contains("[ERROR] called"), failure.getMessage());
  }

  /** As a build leaves them, newer than every source. */
  private void artifacts(String content) throws Exception {
    FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
    for (String service : SERVICES) {
      Path jar = write(service + "/target/quarkus-app/quarkus-run.jar", content);
      Files.setLastModifiedTime(jar, later);
    }
    Files.setLastModifiedTime(write("deploy/embedded/target/embedded.jar", content), later);
  }

  private Path write(String path, String content) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
