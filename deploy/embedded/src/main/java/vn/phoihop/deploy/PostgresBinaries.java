package vn.phoihop.deploy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once into the data folder, for any user and for root. */
final class PostgresBinaries {
  private static final String VERSION = "18.1.0";
  private final Path folder;

  PostgresBinaries(Path folder) {
    this.folder = folder.resolve("postgresql-" + VERSION);
  }

  void install() {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
    Folders.delete(fresh);
    Folders.createPrivate(fresh);
    String resource = "/" + archive();
    try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new Failure(
            "there is no PostgreSQL for this machine: %s is missing".formatted(resource));
      }
      unpack(in, fresh);
      Files.move(fresh, folder);
    } catch (IOException e) {
      throw new Failure(
          "cannot unpack PostgreSQL into %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static String archive() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
  }

  private static void unpack(InputStream in, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("an entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  /**
   * PostgreSQL refuses root. In a user namespace of its own the process has no privilege at all and
   * still is the owner of its files.
   */
  List<String> command(String program) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    return command;
  }

  void run(String program, List<String> arguments, Path log) {
    List<String> command = command(program);
    command.addAll(arguments);
    int status = Commands.run(command, log);
    if (status != 0) {
      throw new Failure(
          "%s failed (status %d)%s; see %s"
              .formatted(
                  program,
                  status,
                  isRoot()
                      ? ". PostgreSQL refuses root, and 'unshare --user' may be forbidden here: "
                          + "run deploy/up as an ordinary user"
                      : "",
                  log));
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
