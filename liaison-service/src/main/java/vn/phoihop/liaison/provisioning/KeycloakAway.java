package vn.phoihop.liaison.provisioning;

/** Keycloak does not answer, or answers that it cannot. */
public final class KeycloakAway extends IllegalStateException {
  KeycloakAway(Throwable cause) {
    super("Keycloak is away", cause);
  }
}
