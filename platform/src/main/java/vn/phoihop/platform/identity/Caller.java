package vn.phoihop.platform.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param party the organisation: an enterprise's id, an authority's code, or SYSTEM
 * @param role one of {@link Roles}; "system" for SYSTEM
 * @param subject the token's {@code sub}
 * @param person the designation's or officer account's id; null for a machine
 * @param scopes what a liaison may act on (INCIDENT, INFORMATION_REQUEST …)
 * @param duties approver, supervisor, leader
 */
public record Caller(
    String party,
    String role,
    String subject,
    @Nullable UUID person,
    Set<String> scopes,
    Set<String> duties) {

  public static final String SYSTEM_PARTY = "SYSTEM";
  public static final String DEPARTMENT_PARTY = "DEPARTMENT";

  static final Caller SYSTEM =
      new Caller(SYSTEM_PARTY, "system", "system", null, Set.of(), Set.of());

  /** A machine acts for its whole organisation; two-person rules refuse it. */
  public boolean isMachine() {
    return person == null;
  }

  public boolean isDepartment() {
    return role.equals(Roles.DEPARTMENT);
  }

  public boolean isEnterprise() {
    return role.equals(Roles.ENTERPRISE);
  }

  /** The enterprise of a caller whose role is enterprise. */
  public UUID enterpriseId() {
    return UUID.fromString(party);
  }
}
