package vn.phoihop.platform.identity;

/** The values of the token's {@code groups} claim, for {@code @RolesAllowed}. */
public final class Roles {
  public static final String DEPARTMENT = "department";
  public static final String AGENCY = "agency";
  public static final String ENTERPRISE = "enterprise";
  public static final String AUDITOR = "auditor";
  public static final String OPERATOR = "operator";

  private Roles() {}
}
