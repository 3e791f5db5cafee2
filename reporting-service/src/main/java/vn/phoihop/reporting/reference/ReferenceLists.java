package vn.phoihop.reporting.reference;

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
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.time.WorkingCalendar;

/** The lists as they are valid now. */
public final class ReferenceLists {

  static final ReferenceLists NONE =
      new ReferenceLists(
          new EnumMap<>(ReferenceList.class), List.of(), List.of(), CalendarYear.unknown());

  private final Map<ReferenceList, List<Code>> codes;
  private final List<DeadlineRule> rules;
  private final List<Authority> authorities;
  private final WorkingCalendar calendar;

  private ReferenceLists(
      Map<ReferenceList, List<Code>> codes,
      List<DeadlineRule> rules,
      List<Authority> authorities,
      WorkingCalendar calendar) {
    this.codes = codes;
    this.rules = rules;
    this.authorities = authorities;
    this.calendar = calendar;
  }

  static boolean isRead(String list) {
    return Arrays.stream(ReferenceList.values()).anyMatch(read -> read.name().equals(list));
  }

  /** These lists and one more, from its items as JSON. */
  ReferenceLists with(String list, long version, String items) {
    ReferenceList name = ReferenceList.valueOf(list);
    Map<ReferenceList, List<Code>> all = new EnumMap<>(codes);
    all.put(name, read(items, Code[].class));
    return switch (name) {
      case CALENDARS ->
          new ReferenceLists(
              all,
              rules,
              authorities,
              CalendarYear.calendar(list + "/" + version, read(items, CalendarYear[].class)));
      case DEADLINE_RULES ->
          new ReferenceLists(all, read(items, DeadlineRule[].class), authorities, calendar);
      case AUTHORITIES -> new ReferenceLists(all, rules, read(items, Authority[].class), calendar);
      default -> new ReferenceLists(all, rules, authorities, calendar);
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
    return all(list).stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  public List<Code> all(ReferenceList list) {
    return codes.getOrDefault(list, List.of());
  }

  /** The rule that is in force under this code. */
  public Optional<DeadlineRule> rule(String code) {
    return rules.stream().filter(rule -> rule.active() && rule.code().equals(code)).findFirst();
  }

  public Optional<Authority> authority(String code) {
    return authorities.stream().filter(authority -> authority.code().equals(code)).findFirst();
  }

  public WorkingCalendar calendar() {
    return calendar;
  }

  Set<ReferenceList> missing() {
    Set<ReferenceList> missing = EnumSet.allOf(ReferenceList.class);
    missing.removeAll(codes.keySet());
    return missing;
  }
}
