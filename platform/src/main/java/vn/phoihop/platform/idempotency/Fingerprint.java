package vn.phoihop.platform.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;

/** SHA-256 over what a request says: its body as canonical JSON, a file by its content. */
final class Fingerprint {

  private Fingerprint() {}

  static byte[] of(ObjectMapper json, @Nullable Object[] arguments) {
    MessageDigest digest = sha256();
    try {
      for (Object argument : arguments) {
        if (argument instanceof FileUpload file) {
          digest.update(file.name().getBytes(StandardCharsets.UTF_8));
          digestFile(file, digest);
        } else if (argument instanceof Record || argument instanceof String) {
          digest.update(json.writeValueAsBytes(argument));
        } else if (!(argument instanceof IfMatch)) {
          digest.update(String.valueOf(argument).getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return digest.digest();
  }

  private static void digestFile(FileUpload file, MessageDigest digest) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file.uploadedFile()), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
