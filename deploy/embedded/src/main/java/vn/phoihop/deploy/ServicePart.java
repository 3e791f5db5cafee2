package vn.phoihop.deploy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the four services, from its copy in the run folder. */
final class ServicePart extends Part {
  static final List<Port> SERVICES =
      List.of(Port.LIAISON, Port.INCIDENT, Port.REPORTING, Port.NOTIFICATION);

  private final Port port;
  private final Keys keys;
  private final PostgresPart postgres;
  private final KafkaPart kafka;
  private final ClockOffset clock;

  ServicePart(
      Settings settings,
      Port port,
      Keys keys,
      PostgresPart postgres,
      KafkaPart kafka,
      ClockOffset clock) {
    super(settings, port.service());
    this.port = port;
    this.keys = keys;
    this.postgres = postgres;
    this.kafka = kafka;
    this.clock = clock;
  }

  @Override
  List<Port> ports() {
    return List.of(port);
  }

  @Override
  void launch() {
    Path jar = settings.run().resolve(name).resolve("quarkus-run.jar");
    daemon.start(
        port == Port.INCIDENT || port == Port.NOTIFICATION
            ? Java.optimising(heapMegabytes(), "-jar", jar.toString())
            : Java.command(heapMegabytes(), "-jar", jar.toString()),
        environment());
  }

  /** More where files and documents are made or taken. */
  private int heapMegabytes() {
    return port == Port.INCIDENT || port == Port.REPORTING ? 200 : 160;
  }

  private Map<String, String> environment() {
    Path spool = settings.data().resolve("spool").resolve(name);
    Folders.createPrivate(spool);
    String schema = port.schema();
    Map<String, String> environment = new HashMap<>();
    // Otherwise glibc may keep a heap of its own for many of the threads.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(port)));
    environment.put("PHOIHOP_DB_URL", "jdbc:postgresql://" + postgres.hostAndPort() + "/phoihop");
    environment.put("PHOIHOP_DB_PASSWORD", Databases.password(keys, schema + "_app"));
    environment.put("PHOIHOP_DB_OWNER_PASSWORD", Databases.password(keys, schema + "_owner"));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
    environment.put("PHOIHOP_ISSUER", settings.issuer());
    environment.put("PHOIHOP_KEYS_DIR", keys.folderWithServiceKeys().toString());
    environment.put("PHOIHOP_SPOOL_DIR", spool.toString());
    environment.put("PHOIHOP_CLOCK_OFFSET", clock.current());
    environment.put("PHOIHOP_CORS_ORIGINS", "http://localhost:5173");
    environment.put("PHOIHOP_LIMITS_REQUESTS_PER_SECOND", limit("REQUESTS_PER_SECOND"));
    environment.put("PHOIHOP_LIMITS_REQUESTS_BURST", limit("REQUESTS_BURST"));
    if (port == Port.LIAISON || port == Port.NOTIFICATION) {
      environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
      environment.put("QUARKUS_MAILER_PORT", Integer.toString(settings.port(Port.SMTP)));
    }
    if (port == Port.LIAISON) {
      environment.put("PHOIHOP_KEYCLOAK_URL", settings.url(Port.KEYCLOAK));
      environment.put("PHOIHOP_KEYCLOAK_CLIENT_ID", "phoihop-provisioner");
      environment.put(
          "PHOIHOP_KEYCLOAK_CLIENT_SECRET", RealmFiles.secret(keys, "phoihop-provisioner"));
    }
    if (port == Port.NOTIFICATION) {
      environment.put("PHOIHOP_LIAISON_URL", settings.url(Port.LIAISON));
      environment.put("PHOIHOP_INCIDENT_URL", settings.url(Port.INCIDENT));
      environment.put("PHOIHOP_REPORTING_URL", settings.url(Port.REPORTING));
      environment.put("PHOIHOP_DEPARTMENT_EMAIL", "truc.ban@so.example.vn");
      // Loopback only because receivers run on this machine here; nothing else may be http.
      environment.put("PHOIHOP_WEBHOOK_ALLOWED_HOSTS", "127.0.0.1,::1,localhost");
    }
    return environment;
  }

  /** Wider than in production, where one caller stands for many; a bench has limits of its own. */
  private static String limit(String name) {
    return System.getenv().getOrDefault("PHOIHOP_LIMITS_" + name, "1000");
  }

  @Override
  boolean answers() throws Exception {
    return Http.status(settings, port, "/q/health/ready") == 200;
  }

  @Override
  String address() {
    return settings.url(port) + "/q/swagger-ui";
  }
}
