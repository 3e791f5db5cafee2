package vn.phoihop.liaison.enterprise;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.phoihop.liaison.provisioning.KeycloakAway;
import vn.phoihop.liaison.provisioning.KeycloakGateway;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Credentials for a code. Nobody has a token yet, so it runs as SYSTEM. Keycloak is called between
 * two transactions: the first claims the code, the second uses it; whatever fails between them
 * leaves the code good.
 */
@Singleton
class Enrolment {

  private static final int RETRY_SECONDS = 10;

  private final SystemParty system;
  private final EnrolmentCodeService codes;
  private final KeycloakGateway keycloak;
  private final String tokenUrl;

  Enrolment(
      SystemParty system,
      EnrolmentCodeService codes,
      KeycloakGateway keycloak,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.system = system;
    this.codes = codes;
    this.keycloak = keycloak;
    this.tokenUrl = issuer + "/protocol/openid-connect/token";
  }

  CredentialsView enrol(String code) {
    return system.call(
        () -> {
          EnrolmentCodeService.Claim claim = codes.claim(code);
          try {
            String clientId = "ent-" + claim.taxCode();
            String secret = keycloak.machine(clientId, claim.enterpriseId());
            codes.use(claim);
            return new CredentialsView(clientId, secret, tokenUrl);
          } catch (RuntimeException fault) {
            codes.release(claim);
            throw fault instanceof KeycloakAway
                ? ProblemException.unavailable(RETRY_SECONDS)
                : fault;
          }
        });
  }
}
