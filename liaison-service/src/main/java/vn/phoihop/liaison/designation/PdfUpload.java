package vn.phoihop.liaison.designation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.platform.document.Spool;
import vn.phoihop.platform.document.SpooledFile;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** Receives a file and believes its content, not its name: ISO 32000 begins and ends a PDF. */
@Singleton
class PdfUpload {

  private static final String HEADER = "%PDF-";
  private static final String TRAILER = "%%EOF";

  /** Readers look for the end mark in the last kilobyte. */
  private static final int TAIL_BYTES = 1024;

  private final Spool spool;
  private final long limit;

  PdfUpload(
      Spool spool,
      @ConfigProperty(name = "phoihop.limits.designation-bytes", defaultValue = "20971520")
          long limit) {
    this.spool = spool;
    this.limit = limit;
  }

  SpooledFile receive(InputStream body) {
    SpooledFile file = spool.receive(body, limit);
    if (isPdf(file.path())) {
      return file;
    }
    file.close();
    throw ProblemException.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE).field("/document", "NOT_A_PDF");
  }

  static boolean isPdf(Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(TAIL_BYTES, file.length())];
      byte[] head = new byte[Math.min(HEADER.length(), tail.length)];
      file.readFully(head);
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      return text(head).equals(HEADER) && text(tail).contains(TRAILER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
