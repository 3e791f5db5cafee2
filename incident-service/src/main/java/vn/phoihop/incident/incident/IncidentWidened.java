package vn.phoihop.incident.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Further parties may read an incident; told within its transaction to the features whose objects
 * are read by the same parties.
 *
 * @param audience all that may know of it now
 */
public record IncidentWidened(UUID id, List<String> audience, Instant at) {}
