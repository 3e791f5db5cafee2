package vn.phoihop.platform.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Requests are measured by the template of their path, of which there are few. What is refused
 * before its path is known has none: measured by what the caller wrote, anybody could use up the
 * room for all.
 */
@Singleton
class MeteredPaths implements MeterFilter {

  private static final String REQUESTS = "http.server.requests";
  private static final Tag UNMATCHED = Tag.of("uri", "UNMATCHED");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().equals(REQUESTS)) {
      return id;
    }
    String method = String.valueOf(id.getTag("method"));
    if (!METHODS.contains(method)) {
      return id.withTag(Tag.of("method", "OTHER")).withTag(UNMATCHED);
    }
    return method.equals("OPTIONS") || "405".equals(id.getTag("status"))
        ? id.withTag(UNMATCHED)
        : id;
  }
}
