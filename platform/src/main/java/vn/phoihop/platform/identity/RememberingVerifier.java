package vn.phoihop.platform.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Verifies a token as SmallRye JWT does, unless that very token was verified a moment ago. */
@Alternative
@Priority(1)
@Singleton
class RememberingVerifier extends JWTCallerPrincipalFactory {

  private final KnownTokens known;
  private final JWTCallerPrincipalFactory verifier;

  @Inject
  RememberingVerifier(KnownTokens known) {
    this(known, new DefaultJWTCallerPrincipalFactory());
  }

  RememberingVerifier(KnownTokens known, JWTCallerPrincipalFactory verifier) {
    this.known = known;
    this.verifier = verifier;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    JWTCallerPrincipal principal = known.principalOf(token);
    return principal != null ? principal : verifier.parse(token, context);
  }
}
