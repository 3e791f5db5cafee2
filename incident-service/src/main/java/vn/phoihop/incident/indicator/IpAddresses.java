package vn.phoihop.incident.indicator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IPv4 in four decimal parts, IPv6 as RFC 5952 writes it. An IPv4-mapped address is its IPv4. */
final class IpAddresses {

  private static final String PART = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(PART + "(\\." + PART + "){3}");
  private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");
  private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

  private IpAddresses() {}

  static Optional<Normalised> address(String raw) {
    byte[] bytes = bytes(raw.strip());
    return bytes == null ? Optional.empty() : Normalised.of(write(bytes));
  }

  /** A network in CIDR notation; the bits behind the prefix become zero. */
  static Optional<Normalised> network(String raw) {
    String[] parts = raw.strip().split("/", -1);
    byte[] bytes = parts.length == 2 ? bytes(parts[0]) : null;
    if (bytes == null || !PREFIX.matcher(parts[1]).matches()) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(parts[1]);
    if (prefix > bytes.length * 8) {
      return Optional.empty();
    }
    for (int bit = prefix; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    return Normalised.of(write(bytes) + "/" + prefix);
  }

  private static byte @Nullable [] bytes(String text) {
    boolean v6 = V6.matcher(text).matches();
    if (!v6 && !V4.matcher(text).matches()) {
      return null;
    }
    try {
      // Brackets make it a literal: no name is ever looked up.
      return InetAddress.getByName(v6 ? "[" + text + "]" : text).getAddress();
    } catch (UnknownHostException malformed) {
      return null;
    }
  }

  private static String write(byte[] bytes) {
    return bytes.length == 4 ? writeV4(bytes) : writeV6(bytes);
  }

  private static String writeV4(byte[] bytes) {
    return (bytes[0] & 255)
        + "."
        + (bytes[1] & 255)
        + "."
        + (bytes[2] & 255)
        + "."
        + (bytes[3] & 255);
  }

  private static String writeV6(byte[] bytes) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 16; i += 2) {
      groups.add(Integer.toHexString((bytes[i] & 255) << 8 | bytes[i + 1] & 255));
    }
    // RFC 5952 §4.2: the first longest run of two or more zero groups becomes "::".
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && groups.get(i + run).equals("0")) {
        run++;
      }
      if (run > length) {
        start = i;
        length = run;
      }
    }
    if (start < 0) {
      return String.join(":", groups);
    }
    return String.join(":", groups.subList(0, start))
        + "::"
        + String.join(":", groups.subList(start + length, 8));
  }
}
