package vn.phoihop.reporting.consolidation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.phoihop.reporting.document.DocumentContent.Names;
import vn.phoihop.reporting.reference.Authority;
import vn.phoihop.reporting.reference.Code;
import vn.phoihop.reporting.reference.ReferenceList;
import vn.phoihop.reporting.reference.ReferenceLists;

/**
 * What the lists called things on a day, kept with the content: a later edition of a list changes
 * no document.
 *
 * @param sections codes of REPORT_SECTIONS, in their order
 * @param labels of sections and violation types
 */
record Wording(List<String> sections, Map<String, String> labels, Names names) {

  private static final String AUTHOR = "DEPARTMENT";

  static Wording of(ReferenceLists lists, LocalDate day) {
    Map<String, String> labels = new TreeMap<>();
    Stream.of(ReferenceList.REPORT_SECTIONS, ReferenceList.VIOLATION_TYPES)
        .flatMap(list -> lists.all(list).stream())
        .forEach(code -> labels.put(code.code(), code.vi() == null ? code.code() : code.vi()));
    return new Wording(
        lists.all(ReferenceList.REPORT_SECTIONS).stream().map(Code::code).toList(),
        labels,
        names(lists, day));
  }

  static Names names(ReferenceLists lists, LocalDate day) {
    String parent = lists.authority(AUTHOR).map(Authority::parent).orElse(null);
    return new Names(
        name(lists, AUTHOR, day),
        parent == null ? null : name(lists, parent, day),
        Arrays.stream(Recipient.values()).map(to -> name(lists, to.name(), day)).toList());
  }

  private static String name(ReferenceLists lists, String code, LocalDate day) {
    return lists.authority(code).map(authority -> authority.nameOn(day)).orElse(code);
  }
}
