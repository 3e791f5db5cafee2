package vn.phoihop.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's distribution, unpacked and built for PostgreSQL once per data folder. */
final class KeycloakDistribution {
  /** What kc.sh would pass; without it one process is one JVM, with the process id we record. */
  private static final List<String> OPENED =
      Stream.of("java.util", "java.util.concurrent", "java.security", "java.lang")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private static final String PROVIDER = "embedded-keycloak-provider.jar";

  private final Path target;
  private final Path folder;

  KeycloakDistribution(Settings settings) {
    this.target = settings.root().resolve("deploy/embedded/target");
    this.folder = settings.data().resolve("keycloak");
  }

  void install(Path log) {
    Path home = home();
    Path fresh = folder.resolve("new");
    try {
      if (isInstalled(home)) {
        return;
      }
      Folders.delete(home);
      Folders.delete(fresh);
      Folders.createPrivate(fresh);
      unpack(archive(), fresh);
      Path unpacked = fresh.resolve(home.getFileName());
      Files.copy(target.resolve(PROVIDER), unpacked.resolve("providers").resolve(PROVIDER));
      int status =
          Commands.run(
              command(unpacked, "build", "--db=postgres", "--features-disabled=ciba"), log);
      if (status != 0) {
        throw new Failure("Keycloak's build failed (status %d); see %s".formatted(status, log));
      }
      Files.move(unpacked, home);
      Folders.delete(fresh);
    } catch (IOException e) {
      throw new Failure("cannot unpack Keycloak into %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** A build has our provider baked in: a changed one wants a new build. */
  private boolean isInstalled(Path home) throws IOException {
    Path provider = home.resolve("providers").resolve(PROVIDER);
    return Files.exists(provider) && Files.mismatch(provider, target.resolve(PROVIDER)) < 0;
  }

  private Path home() {
    String file = archive().getFileName().toString();
    return folder.resolve(file.replace("keycloak-quarkus-dist-", "keycloak-").replace(".zip", ""));
  }

  private Path archive() {
    Path archives = target.resolve("keycloak");
    try (Stream<Path> files = Files.list(archives)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    } catch (IOException | NoSuchElementException e) {
      throw new Failure(
          "there is no Keycloak in %s: the build is not whole".formatted(archives), e);
    }
  }

  private static void unpack(Path archive, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("an entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  List<String> command(String... arguments) {
    return command(home(), arguments);
  }

  private static List<String> command(Path home, String... arguments) {
    List<String> command = Java.command(512, OPENED.toArray(String[]::new));
    command.addAll(
        List.of(
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(List.of(arguments));
    return command;
  }
}
