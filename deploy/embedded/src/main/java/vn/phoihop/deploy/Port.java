package vn.phoihop.deploy;

import java.util.Locale;

/** Every port of the stack; PHOIHOP_PORT_OFFSET is added to each, so that two stacks can run. */
public enum Port {
  LIAISON(8081),
  INCIDENT(8082),
  REPORTING(8083),
  NOTIFICATION(8084),
  KEYCLOAK(8180),
  POSTGRES(15432),
  KAFKA(19092),
  KAFKA_CONTROLLER(19093),
  SMTP(2525),
  INBOX(8025);

  final int base;

  Port(int base) {
    this.base = base;
  }

  /** The module, process and log of a service that listens here. */
  String service() {
    return schema() + "-service";
  }

  /** The database schema of a service that listens here. */
  String schema() {
    return name().toLowerCase(Locale.ROOT);
  }
}
