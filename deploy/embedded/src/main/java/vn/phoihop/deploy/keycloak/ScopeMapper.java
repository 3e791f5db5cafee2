package vn.phoihop.deploy.keycloak;

import java.util.List;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * The access token's claim {@code scope}: what a liaison may act on, as an array, from the user's
 * attribute of that name. Keycloak's own mappers refuse to touch this claim, which it fills with
 * the names of its client scopes; services of ours do not read those.
 */
public final class ScopeMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {
  private static final String CLAIM = "scope";

  @Override
  public AccessToken transformAccessToken(
      AccessToken token,
      ProtocolMapperModel mapper,
      KeycloakSession session,
      UserSessionModel userSession,
      ClientSessionContext context) {
    List<String> scope = userSession.getUser().getAttributeStream(CLAIM).toList();
    if (!scope.isEmpty()) {
      token.setScope(null);
      token.setOtherClaims(CLAIM, scope);
    } else if (token.getScope() != null && token.getScope().isBlank()) {
      token.setScope(null);
    }
    return token;
  }

  @Override
  public String getId() {
    return "phoihop-scope-mapper";
  }

  @Override
  public String getDisplayType() {
    return "Phối Hợp: scope of a liaison";
  }

  @Override
  public String getDisplayCategory() {
    return TOKEN_MAPPER_CATEGORY;
  }

  @Override
  public String getHelpText() {
    return "Puts the user's attribute 'scope' into the claim 'scope' as an array.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }
}
