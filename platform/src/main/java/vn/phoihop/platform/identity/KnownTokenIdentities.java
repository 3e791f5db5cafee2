package vn.phoihop.platform.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Answers for a token that was verified a moment ago, at once: SmallRye JWT, which verifies all
 * others, goes to another thread and back for each, since it may have to fetch keys.
 */
@Singleton
class KnownTokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

  private final KnownTokens known;

  KnownTokenIdentities(KnownTokens known) {
    this.known = known;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  /** Before SmallRye JWT's own, which has the default and is asked where this one knows nothing. */
  @Override
  public int priority() {
    return IdentityProvider.super.priority() + 1;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    return Uni.createFrom().item(known.identityOf(request.getToken().getToken()));
  }
}
