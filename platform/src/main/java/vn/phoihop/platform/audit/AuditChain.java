package vn.phoihop.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The hashes of the chain. Each kind of input has a prefix of its own, so that none passes for
 * another.
 */
final class AuditChain {

  static final byte[] NOTHING_BEFORE = new byte[32];

  private AuditChain() {}

  /**
   * A batch without its signature.
   *
   * @param first seq of its first entry
   * @param prev hash of the header before
   * @param key SubjectPublicKeyInfo of the key that signs it
   */
  record Header(
      String chain,
      long n,
      long first,
      int size,
      byte[] root,
      byte[] prev,
      Instant at,
      byte[] key) {

    Map<String, Object> members() {
      return Map.of(
          "chain",
          chain,
          "n",
          n,
          "first",
          first,
          "size",
          size,
          "root",
          HexFormat.of().formatHex(root),
          "prev",
          HexFormat.of().formatHex(prev),
          "at",
          at.toString(),
          "key",
          Base64.getEncoder().encodeToString(key));
    }

    /** What is signed, and hashed for the batch after. */
    byte[] bytes() {
      return ("phoihop audit batch v1\n" + CanonicalJson.write(members()))
          .getBytes(StandardCharsets.UTF_8);
    }

    byte[] hash() {
      return sha256(bytes());
    }
  }

  /** The Merkle tree hash of RFC 6962 §2.1. */
  static byte[] root(List<String> entries) {
    return tree(
        entries.stream()
            .map(entry -> sha256(new byte[] {0}, entry.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }

  private static byte[] tree(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return sha256(
        new byte[] {1}, tree(leaves.subList(0, left)), tree(leaves.subList(left, leaves.size())));
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
