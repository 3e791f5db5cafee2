package vn.phoihop.platform.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;

/** That what was verified answers for the next request, and nothing else does. */
@QuarkusTest
class TokenVerificationTest {

  @Inject KnownTokens known;

  @Test
  void a_token_is_known_once_it_was_verified() {
    String token = Tokens.department();
    assertNull(known.identityOf(token));

    given().auth().oauth2(token).get("/api/v1/notes").then().statusCode(200);
    SecurityIdentity kept = known.identityOf(token);
    assertNotNull(kept);
    assertEquals("DEPARTMENT", kept.<Caller>getAttribute(CallerAugmentor.ATTRIBUTE).party());
    // Nothing of the first request is kept for the others.
    assertFalse(kept.getAttributes().values().stream().anyMatch(RoutingContext.class::isInstance));
    given().auth().oauth2(token).get("/api/v1/notes").then().statusCode(200);
    assertSame(kept, known.identityOf(token));
  }

  @Test
  void a_refused_token_is_never_known_and_a_known_one_vouches_for_no_other() {
    String good = Tokens.department();
    given().auth().oauth2(good).get("/api/v1/notes").then().statusCode(200);
    String forged = good.substring(0, good.length() - 4) + "AAAA";

    given().auth().oauth2(forged).get("/api/v1/notes").then().statusCode(401);
    assertNull(known.identityOf(forged));

    String expired = Tokens.expired("department", "DEPARTMENT");
    given().auth().oauth2(expired).get("/api/v1/notes").then().statusCode(401);
    assertNull(known.identityOf(expired));
  }
}
