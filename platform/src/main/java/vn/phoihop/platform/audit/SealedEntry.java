package vn.phoihop.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit row and its place in the service's chain. */
record SealedEntry(
    long seq,
    UUID id,
    Instant at,
    String party,
    String subject,
    @Nullable UUID person,
    String action,
    String objectType,
    UUID objectId,
    long objectSequence) {

  /** What is hashed and exported: one line of canonical JSON (RFC 8785). */
  String canonical(String chain) {
    Map<String, Object> members = new TreeMap<>();
    members.put("type", "entry");
    members.put("chain", chain);
    members.put("seq", seq);
    members.put("id", id.toString());
    members.put("at", at.toString());
    members.put("party", party);
    members.put("subject", subject);
    if (person != null) {
      members.put("person", person.toString());
    }
    members.put("action", action);
    members.put("objectType", objectType);
    members.put("objectId", objectId.toString());
    members.put("objectSequence", objectSequence);
    return CanonicalJson.write(members);
  }
}
