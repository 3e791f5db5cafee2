package vn.phoihop.incident.indicator;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Autonomous systems, network cards, and fingerprints of files. */
final class NetworkIds {

  private static final Pattern ASN = Pattern.compile("(?:AS)?([0-9]{1,10})");
  private static final long MAX_ASN = 0xffffffffL;
  private static final Pattern MAC = Pattern.compile("[0-9A-F]{12}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

  /** MD5, SHA-1, SHA-256, SHA-384, SHA-512. */
  private static final Set<Integer> HASH_LENGTHS = Set.of(32, 40, 64, 96, 128);

  private NetworkIds() {}

  static Optional<Normalised> asn(String raw) {
    Matcher asn = ASN.matcher(raw.strip().toUpperCase(Locale.ROOT));
    if (!asn.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(asn.group(1));
    return number >= 1 && number <= MAX_ASN ? Normalised.of("AS" + number) : Optional.empty();
  }

  static Optional<Normalised> mac(String raw) {
    String hex = Wording.compact(raw.replace(":", ""));
    return MAC.matcher(hex).matches()
        ? Normalised.of(hex.toLowerCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:"))
        : Optional.empty();
  }

  static Optional<Normalised> fileHash(String raw) {
    return Optional.of(raw.strip().toLowerCase(Locale.ROOT))
        .filter(hash -> HASH_LENGTHS.contains(hash.length()) && HEX.matcher(hash).matches())
        .flatMap(Normalised::of);
  }
}
