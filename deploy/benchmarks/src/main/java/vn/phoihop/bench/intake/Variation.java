package vn.phoihop.bench.intake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must differ from one transaction to the next, found by laying two side by side: ids and
 * receipt numbers. An opponent computes them from its own counter (:n) and :client_id; like UUIDv7
 * they grow with time, so that indexes grow at their end. All else stays as the service sent it.
 */
final class Variation {

  private static final Pattern ID =
      Pattern.compile("(\\{?)\"?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\"?(}?)");
  private static final Pattern RECEIPT = Pattern.compile("[A-Z]{2}-\\d{4}-\\d+");

  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Set<String> receipts = new HashSet<>();

  private Variation() {}

  /** Of the second, beside the first; both are of the same statements. */
  static Variation between(List<Said> first, List<Said> second) {
    Variation variation = new Variation();
    for (int i = 0; i < second.size(); i++) {
      List<@Nullable String> before = first.get(i).parameters();
      List<@Nullable String> after = second.get(i).parameters();
      for (int k = 0; k < after.size(); k++) {
        String value = after.get(k);
        if (value != null && !value.equals(before.get(k))) {
          variation.note(value);
        }
      }
    }
    return variation;
  }

  private void note(String value) {
    Matcher id = ID.matcher(value);
    if (id.matches()) {
      ids.putIfAbsent(id.group(2), ids.size() + 1);
    } else if (RECEIPT.matcher(value).matches()) {
      receipts.add(value);
    }
  }

  /** An SQL expression in place of the value, where it varies. */
  Optional<String> of(String value) {
    Matcher id = ID.matcher(value);
    if (id.matches() && ids.containsKey(id.group(2))) {
      String text =
          "(lpad(to_hex(:n::bigint), 16, '0') || lpad(to_hex(:client_id::bigint), 4, '0') || '%012x')"
              .formatted(ids.get(id.group(2)));
      return Optional.of(
          id.group(1).isEmpty() ? text + "::uuid" : "('{' || " + text + " || '}')::uuid[]");
    }
    return receipts.contains(value)
        ? Optional.of("('TB-' || :n::text || '-' || :client_id::text)")
        : Optional.empty();
  }

  int count() {
    return ids.size() + receipts.size();
  }
}
