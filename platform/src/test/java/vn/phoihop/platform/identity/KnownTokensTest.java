package vn.phoihop.platform.identity;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

  private static final Instant START = Instant.parse("2026-03-10T02:00:00Z");

  private Instant now = START;
  private final KnownTokens known = new KnownTokens(() -> now);
  private final SecurityIdentity identity =
      QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("x")).build();

  @Test
  void a_token_is_known_for_a_minute() {
    remember("a", Duration.ofMinutes(5));
    now = START.plus(KnownTokens.TRUSTED_FOR).minusMillis(1);
    assertSame(identity, known.identityOf("a"));

    now = START.plus(KnownTokens.TRUSTED_FOR);
    assertNull(known.identityOf("a"));
  }

  @Test
  void use_does_not_prolong_the_trust() {
    remember("a", Duration.ofMinutes(5));
    for (int i = 0; i < 5; i++) {
      now = START.plusSeconds(12L * i);
      assertSame(identity, known.identityOf("a"));
    }
    now = START.plusSeconds(60);
    assertNull(known.identityOf("a"));
  }

  @Test
  void an_expired_token_is_known_no_longer() {
    remember("a", Duration.ofSeconds(10));
    now = START.plusMillis(9_999);
    assertSame(identity, known.identityOf("a"));
    now = START.plusSeconds(10);
    assertNull(known.identityOf("a"));
  }

  @Test
  void another_token_is_another_token() {
    remember("a", Duration.ofMinutes(5));
    assertNull(known.identityOf("b"));
  }

  private void remember(String token, Duration life) {
    known.remember(token, now.plus(life), identity, "client x");
  }
}
