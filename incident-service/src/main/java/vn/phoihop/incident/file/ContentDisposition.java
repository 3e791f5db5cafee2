package vn.phoihop.incident.file;

import java.nio.charset.StandardCharsets;

/** The header that makes a browser save a file under its name (RFC 6266, RFC 8187). */
public final class ContentDisposition {

  private static final String ATTR_CHARS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  private ContentDisposition() {}

  public static String attachment(String fileName) {
    String ascii = fileName.replaceAll("[^A-Za-z0-9 ._-]", "_");
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encode(fileName);
  }

  private static String encode(String fileName) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
      if (ATTR_CHARS.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append("%02X".formatted(b));
      }
    }
    return encoded.toString();
  }
}
