package vn.phoihop.reporting.reference;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until every needed list has come once; names those that have not. */
@Readiness
@Singleton
class ReferenceReadiness implements HealthCheck {

  private final ReferenceService reference;

  ReferenceReadiness(ReferenceService reference) {
    this.reference = reference;
  }

  @Override
  public HealthCheckResponse call() {
    Set<ReferenceList> missing = reference.missing();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("reference lists");
    return missing.isEmpty()
        ? answer.up().build()
        : answer.down().withData("missing", names(missing)).build();
  }

  private static String names(Set<ReferenceList> lists) {
    return lists.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
  }
}
