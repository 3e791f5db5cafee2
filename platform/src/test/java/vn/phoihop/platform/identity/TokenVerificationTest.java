package vn.phoihop.platform.identity;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;

/** That the service verifies with {@link RememberingVerifier}, and keeps only what it verified. */
@QuarkusTest
class TokenVerificationTest {

  @Inject KnownTokens known;
  @Inject JWTCallerPrincipalFactory verifier;

  @Test
  void a_token_is_known_once_it_was_verified() {
    String token = Tokens.department();
    assertNull(known.principalOf(token));
    assertInstanceOf(RememberingVerifier.class, verifier);

    given().auth().oauth2(token).get("/api/v1/notes").then().statusCode(200);
    assertNotNull(known.principalOf(token));
    given().auth().oauth2(token).get("/api/v1/notes").then().statusCode(200);
  }

  @Test
  void a_refused_token_is_never_known_and_a_known_one_vouches_for_no_other() {
    String good = Tokens.department();
    given().auth().oauth2(good).get("/api/v1/notes").then().statusCode(200);
    String forged = good.substring(0, good.length() - 4) + "AAAA";

    given().auth().oauth2(forged).get("/api/v1/notes").then().statusCode(401);
    assertNull(known.principalOf(forged));

    String expired = Tokens.expired("department", "DEPARTMENT");
    given().auth().oauth2(expired).get("/api/v1/notes").then().statusCode(401);
    assertNull(known.principalOf(expired));
  }
}
