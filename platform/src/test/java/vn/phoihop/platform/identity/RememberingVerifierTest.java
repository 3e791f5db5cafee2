package vn.phoihop.platform.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class RememberingVerifierTest {

  private static final Instant START = Instant.parse("2026-03-10T02:00:00Z");

  private Instant now = START;
  private int verified;
  private Duration life = Duration.ofMinutes(5);
  private final KnownTokens known = new KnownTokens(() -> now);
  private final RememberingVerifier verifier =
      new RememberingVerifier(
          known,
          new JWTCallerPrincipalFactory() {
            @Override
            public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) {
              verified++;
              return principal(token);
            }
          });

  @Test
  void a_token_is_verified_once_a_minute() throws Exception {
    JWTCallerPrincipal first = use("a");
    now = START.plus(KnownTokens.TRUSTED_FOR).minusMillis(1);
    assertSame(first, use("a"));
    assertEquals(1, verified);

    now = START.plus(KnownTokens.TRUSTED_FOR);
    assertNotSame(first, use("a"));
    assertEquals(2, verified);
  }

  @Test
  void use_does_not_prolong_the_trust() throws Exception {
    for (int i = 0; i < 6; i++) {
      now = START.plusSeconds(12L * i);
      use("a");
    }
    assertEquals(2, verified);
  }

  @Test
  void an_expired_token_is_verified_at_once() throws Exception {
    life = Duration.ofSeconds(10);
    use("a");
    now = START.plusSeconds(10);
    use("a");
    assertEquals(2, verified);
  }

  @Test
  void another_token_is_another_token() throws Exception {
    use("a");
    use("b");
    assertEquals(2, verified);
  }

  @Test
  void what_was_verified_but_not_taken_as_a_caller_is_not_kept() throws Exception {
    verifier.parse("a", new JWTAuthContextInfo());
    verifier.parse("a", new JWTAuthContextInfo());
    assertEquals(2, verified);
  }

  private JWTCallerPrincipal use(String token) throws Exception {
    JWTCallerPrincipal principal = verifier.parse(token, new JWTAuthContextInfo());
    if (known.callerOf(principal) == null) {
      known.remember(principal, Caller.SYSTEM, "client x");
    }
    return principal;
  }

  private JWTCallerPrincipal principal(String token) {
    JwtClaims claims = new JwtClaims();
    claims.setStringClaim("raw_token", token);
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
    return new DefaultJWTCallerPrincipal("JWT", claims);
  }
}
