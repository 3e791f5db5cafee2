package vn.phoihop.incident.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phoihop.incident.deadline.CalendarYear;
import vn.phoihop.incident.deadline.DeadlineRule;
import vn.phoihop.incident.deadline.Deadlines;
import vn.phoihop.incident.routing.RoutingRule;
import vn.phoihop.incident.routing.RoutingTable;
import vn.phoihop.platform.outbox.EventJson;

/** The lists as they are valid now. */
public final class ReferenceLists {

  static final ReferenceLists NONE =
      new ReferenceLists(
          new EnumMap<>(ReferenceList.class), new RoutingTable(List.of()), Deadlines.NONE);

  private final Map<ReferenceList, List<Code>> codes;
  private final RoutingTable routing;
  private final Deadlines deadlines;

  private ReferenceLists(
      Map<ReferenceList, List<Code>> codes, RoutingTable routing, Deadlines deadlines) {
    this.codes = codes;
    this.routing = routing;
    this.deadlines = deadlines;
  }

  static boolean isRead(String list) {
    return Arrays.stream(ReferenceList.values()).anyMatch(read -> read.name().equals(list));
  }

  /** These lists and one more, from its version and its items as JSON. */
  ReferenceLists with(String list, long version, String items) {
    ReferenceList name = ReferenceList.valueOf(list);
    Map<ReferenceList, List<Code>> all = new EnumMap<>(codes);
    all.put(name, List.of());
    return switch (name) {
      case ROUTING ->
          new ReferenceLists(all, new RoutingTable(read(items, RoutingRule[].class)), deadlines);
      case DEADLINE_RULES ->
          new ReferenceLists(all, routing, deadlines.with(read(items, DeadlineRule[].class)));
      case CALENDARS ->
          new ReferenceLists(
              all,
              routing,
              deadlines.with(CalendarYear.calendar(read(items, CalendarYear[].class), version)));
      default -> {
        all.put(name, read(items, Code[].class));
        yield new ReferenceLists(all, routing, deadlines);
      }
    };
  }

  private static <T> List<T> read(String items, Class<T[]> type) {
    try {
      return List.of(EventJson.read(items.getBytes(StandardCharsets.UTF_8), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Code> find(ReferenceList list, String code) {
    return codes.getOrDefault(list, List.of()).stream()
        .filter(entry -> entry.code().equals(code))
        .findFirst();
  }

  public RoutingTable routing() {
    return routing;
  }

  public Deadlines deadlines() {
    return deadlines;
  }

  Set<ReferenceList> missing() {
    Set<ReferenceList> missing = EnumSet.allOf(ReferenceList.class);
    missing.removeAll(codes.keySet());
    return missing;
  }
}
