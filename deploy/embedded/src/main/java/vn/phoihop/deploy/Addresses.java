package vn.phoihop.deploy;

/** What is where, for the person who started it. */
final class Addresses {
  private Addresses() {}

  static String table(Settings settings) {
    StringBuilder table = new StringBuilder("\n");
    for (Port port : ServicePart.SERVICES) {
      row(table, port.service(), settings.url(port) + "/q/swagger-ui");
    }
    row(table, "tokens", settings.issuer() + "   (deploy/token department)");
    row(
        table,
        "keycloak",
        "%s/admin   user admin, password in %s"
            .formatted(
                settings.url(Port.KEYCLOAK),
                settings.data().resolve("keys").resolve(KeycloakPart.ADMIN_PASSWORD)));
    row(table, "mail inbox", settings.url(Port.INBOX) + "/messages");
    row(
        table,
        "postgresql",
        "127.0.0.1:%d   user postgres, password in %s"
            .formatted(
                settings.port(Port.POSTGRES),
                settings.data().resolve("keys").resolve(PostgresPart.PASSWORD)));
    row(table, "kafka", "127.0.0.1:" + settings.port(Port.KAFKA));
    row(table, "logs", settings.data().resolve("logs").toString());
    return table.toString();
  }

  private static void row(StringBuilder table, String what, String where) {
    table.append("  %-21s %s%n".formatted(what, where));
  }
}
