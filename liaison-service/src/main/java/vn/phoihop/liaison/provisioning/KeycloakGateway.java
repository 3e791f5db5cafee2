package vn.phoihop.liaison.provisioning;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of machines and persons. Every method may be repeated: it looks at what is there and
 * brings about what should be.
 */
@Singleton
public class KeycloakGateway {

  private static final String GROUP = "enterprise";
  private static final int INVITATION_SECONDS = 7 * 24 * 3600;

  private final KeycloakAdmin keycloak;
  private final String clientId;
  private final String clientSecret;

  KeycloakGateway(
      @RestClient KeycloakAdmin keycloak,
      @ConfigProperty(name = "phoihop.keycloak.client-id") String clientId,
      @ConfigProperty(name = "phoihop.keycloak.client-secret") String clientSecret) {
    this.keycloak = keycloak;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /**
   * The enterprise's confidential client, with a secret that is new each time.
   *
   * @throws KeycloakAway where Keycloak cannot do it now
   */
  public String machine(String client, UUID enterprise) {
    return asProvisioner(
        bearer -> {
          String id = clientId(bearer, client);
          Map<String, Object> account = keycloak.serviceAccount(bearer, id);
          account.put("attributes", Map.of("party", List.of(enterprise.toString())));
          keycloak.updateUser(bearer, id(account), account);
          keycloak.joinGroup(bearer, id(account), group(bearer));
          return keycloak.newSecret(bearer, id).value();
        });
  }

  /**
   * A liaison's account. It is named by the e-mail address, and a person without a password yet is
   * invited.
   *
   * @throws KeycloakAway where Keycloak cannot do it now
   * @throws AccountTaken where another organisation's person logs in with the address
   */
  void person(LiaisonAccount account) {
    asProvisioner(
        bearer -> {
          Map<String, Object> user = user(bearer, username(account));
          if (account.active()) {
            admit(bearer, account, user);
          } else if (user != null && holds(user, "person", account.person())) {
            user.put("enabled", false);
            keycloak.updateUser(bearer, id(user), user);
          }
          return true;
        });
  }

  private void admit(String bearer, LiaisonAccount account, @Nullable Map<String, Object> found) {
    if (found != null
        && Boolean.TRUE.equals(found.get("enabled"))
        && !holds(found, "party", account.enterprise())) {
      throw new AccountTaken();
    }
    Map<String, Object> user = found == null ? new LinkedHashMap<>() : found;
    user.put("username", username(account));
    user.put("email", account.email());
    user.put("emailVerified", true);
    user.put("enabled", true);
    user.put(
        "attributes",
        Map.of(
            "party", List.of(account.enterprise().toString()),
            "person", List.of(account.person().toString()),
            "scope", account.scope()));
    if (found == null) {
      keycloak.createUser(bearer, user);
    } else {
      keycloak.updateUser(bearer, id(found), user);
    }
    String id = id(existing(user(bearer, username(account))));
    keycloak.joinGroup(bearer, id, group(bearer));
    if (keycloak.credentials(bearer, id).isEmpty()) {
      keycloak.invite(bearer, id, INVITATION_SECONDS, List.of("UPDATE_PASSWORD"));
    }
  }

  private String clientId(String bearer, String client) {
    if (keycloak.clients(bearer, client).isEmpty()) {
      keycloak.createClient(
          bearer,
          Map.of(
              "clientId", client,
              "protocol", "openid-connect",
              "publicClient", false,
              "clientAuthenticatorType", "client-secret",
              "serviceAccountsEnabled", true,
              "fullScopeAllowed", false,
              "standardFlowEnabled", false,
              "directAccessGrantsEnabled", false));
    }
    return keycloak.clients(bearer, client).get(0).id();
  }

  private String group(String bearer) {
    return keycloak.groups(bearer, GROUP, true).get(0).id();
  }

  private @Nullable Map<String, Object> user(String bearer, String username) {
    List<Map<String, Object>> users = keycloak.users(bearer, username, true);
    return users.isEmpty() ? null : users.get(0);
  }

  /** Keycloak keeps user names in lower case. */
  private static String username(LiaisonAccount account) {
    return account.email().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> existing(@Nullable Map<String, Object> user) {
    if (user == null) {
      throw new IllegalStateException("the account that was made is not there");
    }
    return user;
  }

  private static String id(Map<String, Object> user) {
    return String.valueOf(user.get("id"));
  }

  private static boolean holds(Map<String, Object> user, String attribute, UUID value) {
    return user.get("attributes") instanceof Map<?, ?> attributes
        && attributes.get(attribute) instanceof List<?> values
        && values.contains(value.toString());
  }

  private <T> T asProvisioner(Function<String, T> work) {
    try {
      return work.apply(
          "Bearer " + keycloak.token("client_credentials", clientId, clientSecret).accessToken());
    } catch (AccountTaken taken) {
      throw taken;
    } catch (RuntimeException away) {
      // Refused, unreachable, or a realm without our group: for the caller it is all one, and the
      // work stays to be done.
      throw new KeycloakAway(away);
    }
  }
}
