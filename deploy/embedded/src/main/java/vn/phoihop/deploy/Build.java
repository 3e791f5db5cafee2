package vn.phoihop.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints the folder of runnable copies of these sources, {@code data/run/COMMIT}, and makes it
 * first if it is not there: builds with Maven where the last build is older than the sources, then
 * copies, so that a later build never touches what runs.
 *
 * <p>Run by {@code java Build.java ROOT} before anything is compiled: this file stands alone.
 */
final class Build {
  private static final List<String> SERVICES =
      List.of("liaison-service", "incident-service", "reporting-service", "notification-service");
  private static final String EMBEDDED = "deploy/embedded";
  private static final String FINGERPRINT = "fingerprint";

  private final Path root;
  private final Path data;
  private final Path runs;

  Build(Path root, Path data) {
    this.root = root;
    this.data = data;
    this.runs = data.resolve("run");
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    String data = System.getenv().getOrDefault("PHOIHOP_DATA", "");
    Path folder =
        data.isBlank() ? root.resolve(".data") : Path.of(data).toAbsolutePath().normalize();
    try {
      System.out.println(new Build(root, folder).runnable());
    } catch (IllegalStateException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(1);
    } catch (IOException e) {
      System.err.printf(
          "error: cannot put the runnable copies into %s: %s (%d MB are free on its disk)%n",
          folder, e.getMessage(), Files.exists(folder) ? usableMegabytes(folder) : 0);
      System.exit(1);
    }
  }

  private static long usableMegabytes(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() / 1_000_000;
  }

  Path runnable() throws IOException, InterruptedException {
    Files.createDirectories(runs);
    Path lock = Files.createDirectories(root.resolve("target")).resolve("build.lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock(); // two stacks of one checkout share its target folders
      String fingerprint = fingerprint();
      Optional<Path> copied = existing(fingerprint);
      if (copied.isEmpty() && isOutdated()) {
        compile();
      }
      Path run = copied.isPresent() ? copied.get() : copy(fingerprint);
      Files.writeString(runs.resolve("current"), run + "\n");
      return run;
    }
  }

  private Optional<Path> existing(String fingerprint) throws IOException {
    for (Path run : runFolders()) {
      if (fingerprint.equals(read(run.resolve(FINGERPRINT)))) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  private List<Path> runFolders() throws IOException {
    try (Stream<Path> entries = Files.list(runs)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  /** Everything that ends up in an artifact, by content: a documentation commit changes nothing. */
  private List<Path> sources() throws IOException {
    try (Stream<Path> modules =
        Stream.concat(Stream.of("platform", EMBEDDED), SERVICES.stream()).map(root::resolve)) {
      Stream.Builder<Path> files = Stream.builder();
      files.add(root.resolve("pom.xml"));
      for (Path module : modules.toList()) {
        files.add(module.resolve("pom.xml"));
        try (Stream<Path> tree = Files.walk(module.resolve("src/main"))) {
          tree.filter(Files::isRegularFile).forEach(files::add);
        }
      }
      return files.build().sorted().toList();
    }
  }

  private String fingerprint() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : sources()) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private boolean isOutdated() throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    for (Path source : sources()) {
      FileTime time = Files.getLastModifiedTime(source);
      newest = time.compareTo(newest) > 0 ? time : newest;
    }
    for (Path artifact : artifacts()) {
      if (!Files.exists(artifact) || Files.getLastModifiedTime(artifact).compareTo(newest) < 0) {
        return true;
      }
    }
    return false;
  }

  private List<Path> artifacts() {
    return Stream.concat(
            Stream.of(root.resolve(EMBEDDED).resolve("target/embedded.jar")),
            SERVICES.stream().map(service -> application(service).resolve("quarkus-run.jar")))
        .toList();
  }

  private Path application(String service) {
    return root.resolve(service).resolve("target/quarkus-app");
  }

  private void compile() throws IOException, InterruptedException {
    Path log = Files.createDirectories(data.resolve("logs")).resolve("build.log");
    System.err.println(
        "Building what changed; the first time this takes minutes (log: %s)".formatted(log));
    long begin = System.nanoTime();
    Process maven =
        new ProcessBuilder(
                root.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-q",
                "-DskipTests",
                "-pl",
                EMBEDDED + "," + String.join(",", SERVICES),
                "-am",
                "package")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (maven.waitFor() != 0) {
      List<String> lines = Files.readAllLines(log);
      throw new IllegalStateException(
          "the build failed. The first lines of %s that say why:%n%s"
              .formatted(
                  log,
                  String.join(
                      "\n",
                      lines.stream().filter(line -> line.contains("ERROR")).limit(20).toList())));
    }
    System.err.println(
        "Built in %d s".formatted(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
  }

  private Path copy(String fingerprint) throws IOException, InterruptedException {
    removeUnused();
    String commit = commit();
    Path run = runs.resolve(commit);
    if (Files.exists(run)) { // the same commit with other changes on top
      run = runs.resolve(commit + "-" + fingerprint.substring(0, 8));
    }
    Path fresh = runs.resolve("new");
    delete(fresh);
    Path target = root.resolve(EMBEDDED).resolve("target");
    Path embedded = Files.createDirectories(fresh.resolve("embedded"));
    Files.copy(target.resolve("embedded.jar"), embedded.resolve("embedded.jar"));
    copyTree(target.resolve("lib"), embedded.resolve("lib"));
    for (String service : SERVICES) {
      copyTree(application(service), fresh.resolve(service));
    }
    Files.writeString(fresh.resolve(FINGERPRINT), fingerprint);
    Files.move(fresh, run);
    return run;
  }

  /** Older copies go, unless a process still runs from them. */
  private void removeUnused() throws IOException {
    List<String> commands =
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .toList();
    for (Path run : runFolders()) {
      if (commands.stream().noneMatch(command -> command.contains(run + "/"))) {
        delete(run);
      }
    }
  }

  private String commit() throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = git.getInputStream()) {
        String commit = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 && commit.matches("[0-9a-f]+") ? commit : "source";
      }
    } catch (IOException e) {
      return "source"; // no git here
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Files.copy(
            source,
            to.resolve(from.relativize(source).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
