package vn.phoihop.liaison.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;

/** A code that draws an enterprise's credentials once; the row knows its hash alone. */
@Entity
@Table(name = "enrolment_code")
class EnrolmentCode {

  static final int RANDOM_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Id private UUID id;

  @Column(name = "enterprise_id")
  private UUID enterpriseId;

  @Column(name = "written_by")
  private String writtenBy;

  @Column(name = "code_hash")
  private String codeHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "voided_at")
  private @Nullable Instant voidedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected EnrolmentCode() {}

  static EnrolmentCode of(UUID id, UUID enterpriseId, String code, Instant expiresAt) {
    EnrolmentCode row = new EnrolmentCode();
    row.id = id;
    row.enterpriseId = enterpriseId;
    row.writtenBy = Caller.DEPARTMENT_PARTY;
    row.codeHash = hash(code);
    row.expiresAt = expiresAt;
    return row;
  }

  /** RFC 4648 §6 in groups of four, for people who type it from a letter. */
  static String write(byte[] random) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < random.length * 8; bit += 5) {
      int value = 0;
      for (int i = bit; i < bit + 5; i++) {
        value = value << 1 | (random[i / 8] >> (7 - i % 8) & 1);
      }
      if (bit > 0 && bit % 20 == 0) {
        text.append('-');
      }
      text.append(BASE32.charAt(value));
    }
    return text.toString();
  }

  /** SHA-256 of the code without dashes and spaces, upper case. */
  static String hash(String code) {
    String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean isGood(Instant now) {
    return voidedAt == null && usedAt == null && now.isBefore(expiresAt);
  }

  UUID id() {
    return id;
  }

  UUID enterpriseId() {
    return enterpriseId;
  }
}
