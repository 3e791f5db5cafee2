package vn.phoihop.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak with its data in PostgreSQL and the realm phoihop. */
final class KeycloakPart extends Part {
  static final String ADMIN_PASSWORD = "keycloak-admin.password";
  private static final int CONNECTIONS = 20;

  private final Keys keys;
  private final PostgresPart postgres;
  private final KeycloakDistribution distribution;

  KeycloakPart(Settings settings, Keys keys, PostgresPart postgres) {
    super(settings, "keycloak");
    this.keys = keys;
    this.postgres = postgres;
    this.distribution = new KeycloakDistribution(settings);
  }

  @Override
  List<Port> ports() {
    return List.of(Port.KEYCLOAK);
  }

  @Override
  void install() {
    distribution.install(settings.log(name));
  }

  @Override
  void launch() {
    daemon.start(
        distribution.command(
            "start",
            "--optimized",
            "--cache=local", // else it listens for other Keycloaks on every network
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + settings.port(Port.KEYCLOAK),
            // Fixed: the issuer of every token, whatever name a client used.
            "--hostname=" + settings.url(Port.KEYCLOAK),
            "--db-url=jdbc:postgresql://" + postgres.hostAndPort() + "/keycloak",
            "--db-username=keycloak",
            "--db-pool-max-size=" + CONNECTIONS),
        Map.of(
            "KC_DB_PASSWORD", Databases.password(keys, "keycloak"),
            "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
            "KC_BOOTSTRAP_ADMIN_PASSWORD", keys.machine(ADMIN_PASSWORD)));
  }

  /** The first start creates some ninety tables. */
  @Override
  Duration patience() {
    return Duration.ofMinutes(5);
  }

  @Override
  boolean answers() throws Exception {
    return Http.status(settings, Port.KEYCLOAK, "/realms/master") == 200;
  }

  @Override
  void furnish() {
    Realm realm = new Realm(settings, keys);
    // Each connection that it kept to a PostgreSQL that has been restarted since fails once.
    for (int dead = 0; dead < CONNECTIONS; dead++) {
      try {
        realm.apply();
        return;
      } catch (Failure fault) {
        Pause.briefly();
      }
    }
    realm.apply();
  }
}
