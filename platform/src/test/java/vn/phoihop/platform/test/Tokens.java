package vn.phoihop.platform.test;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Access tokens as the realm issues them; and some that it never would. */
public final class Tokens {

  private Tokens() {}

  public static String department() {
    return person("department", "DEPARTMENT", id("department"), List.of(), List.of());
  }

  /** A second person of the Department. */
  public static String department2() {
    return person("department", "DEPARTMENT", id("department2"), List.of(), List.of("approver"));
  }

  public static String agency(String code) {
    return person("agency", code, id(code), List.of(), List.of());
  }

  public static String auditor() {
    return person("auditor", "AUDITOR", id("auditor"), List.of(), List.of());
  }

  public static String operator() {
    return person("operator", "OPERATOR", id("operator"), List.of(), List.of());
  }

  /** The enterprise's own machine. */
  public static String enterprise(UUID enterpriseId) {
    return machine("enterprise", enterpriseId.toString());
  }

  /** A liaison of an enterprise. */
  public static String liaison(UUID enterpriseId, UUID person, List<String> scope) {
    return person("enterprise", enterpriseId.toString(), person, scope, List.of());
  }

  public static String machine(String group, String party) {
    return sign(claims(group, party, "machine-" + party));
  }

  public static String person(
      String group, String party, UUID person, List<String> scope, List<String> duties) {
    return sign(
        claims(group, party, "sub-" + person)
            .claim("person", person.toString())
            .claim("scope", scope)
            .claim("duties", duties));
  }

  public static String expired(String group, String party) {
    return sign(
        claims(group, party, "late")
            .issuedAt(Instant.now().minus(Duration.ofHours(1)))
            .expiresAt(Instant.now().minus(Duration.ofMinutes(10))));
  }

  /** A machine's, good for so long only. */
  public static String expiring(String group, String party, Duration left) {
    return sign(claims(group, party, "machine-" + party).expiresAt(Instant.now().plus(left)));
  }

  public static String wrongAudience(String group, String party) {
    return sign(claims(group, party, "elsewhere").audience("account"));
  }

  public static String wrongIssuer(String group, String party) {
    return sign(claims(group, party, "stranger").issuer("http://localhost/realms/other"));
  }

  /** Signed with HS256, the realm's public key as secret: the old trick of RFC 8725 §2.1. */
  public static String hmacWithPublicKey(String group, String party) {
    SecretKey secret =
        new SecretKeySpec(
            Base64.getDecoder().decode(System.getProperty("phoihop.test.token-public-key")),
            "HmacSHA256");
    return claims(group, party, "forger").jws().keyId("test").sign(secret);
  }

  private static JwtClaimsBuilder claims(String group, String party, String subject) {
    return Jwt.claims()
        .issuer(TestStack.ISSUER)
        .audience("phoihop")
        .subject(subject)
        .groups(Set.of(group))
        .claim("party", party)
        .issuedAt(Instant.now())
        .expiresAt(Instant.now().plus(Duration.ofMinutes(5)));
  }

  private static String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId("test").sign(key());
  }

  private static PrivateKey key() {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty("phoihop.test.token-key"));
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
