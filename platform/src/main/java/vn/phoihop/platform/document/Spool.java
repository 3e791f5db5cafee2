package vn.phoihop.platform.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.platform.http.CountedInput;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** Receives files to disk, hashing on the way, so that no transaction waits for a client's line. */
@Singleton
public class Spool {

  private final Path folder;

  Spool(@ConfigProperty(name = "phoihop.spool-dir") Path folder) {
    this.folder = folder;
  }

  /**
   * Receives a body.
   *
   * @param limit bytes; more is a 413
   */
  public SpooledFile receive(InputStream in, long limit) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "body-", ".part");
      try {
        return copy(new CountedInput(in, limit), file);
      } catch (RuntimeException | IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hashes a part that the server has spooled already; closing the result deletes the part. */
  public SpooledFile adopt(Path file, long limit) {
    try {
      if (Files.size(file) > limit) {
        throw ProblemException.of(CommonProblem.TOO_LARGE).field("/file", "TOO_LARGE", limit);
      }
      MessageDigest digest = sha256();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        long size = in.transferTo(OutputStream.nullOutputStream());
        return new SpooledFile(file, size, HexFormat.of().formatHex(digest.digest()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpooledFile copy(InputStream in, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = Files.newOutputStream(file)) {
      long size = new DigestInputStream(in, digest).transferTo(out);
      return new SpooledFile(file, size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
