package vn.phoihop.liaison.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = AuthorityView.EXAMPLE)
record AuthorityView(
    @Schema(examples = "INSPECTORATE") String code,
    String kind,
    @Nullable @Schema(description = "code of the authority it belongs to") String parent,
    @Schema(description = "its name on the day asked for") String name,
    String nameEn,
    @Schema(description = "all of its names, one after the other") List<Name> names,
    @Nullable Contact contact) {

  record Name(
      String name,
      String nameEn,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Schema(description = "false: general knowledge, not confirmed yet") boolean confirmed) {

    boolean held(LocalDate day) {
      return (validFrom == null || !day.isBefore(validFrom))
          && (validTo == null || !day.isAfter(validTo));
    }
  }

  @Schema(description = "as the source gives it; text, never parsed")
  record Contact(
      @Nullable String address,
      @Nullable String telephone,
      @Nullable String fax,
      @Nullable String email,
      @Nullable @Schema(description = "the document that it was read in") String source,
      @Nullable LocalDate asOf) {}

  /** An item of the reference list AUTHORITIES, with the name that it had on a day. */
  static AuthorityView of(JsonNode item, LocalDate day) {
    List<Name> names = new ArrayList<>();
    item.path("names").forEach(name -> names.add(name(name)));
    // The years of renaming are known, their days are not always: of two names that fit, the later
    // one.
    Name held =
        names.stream()
            .filter(name -> name.held(day))
            .reduce((earlier, later) -> later)
            .orElse(names.get(names.size() - 1));
    return new AuthorityView(
        item.path("code").asText(),
        item.path("kind").asText(),
        text(item, "parent"),
        held.name(),
        held.nameEn(),
        names,
        item.has("contact") ? contact(item.path("contact")) : null);
  }

  private static Name name(JsonNode name) {
    return new Name(
        name.path("name").asText(),
        name.path("nameEn").asText(),
        date(name, "validFrom"),
        date(name, "validTo"),
        name.path("confirmed").asBoolean());
  }

  private static Contact contact(JsonNode contact) {
    return new Contact(
        text(contact, "address"),
        text(contact, "telephone"),
        text(contact, "fax"),
        text(contact, "email"),
        text(contact, "source"),
        date(contact, "asOf"));
  }

  private static @Nullable LocalDate date(JsonNode node, String member) {
    String text = text(node, member);
    return text == null ? null : LocalDate.parse(text);
  }

  private static @Nullable String text(JsonNode node, String member) {
    return node.hasNonNull(member) ? node.path(member).asText() : null;
  }

  static final String EXAMPLE =
      """
      {
        "code": "INSPECTORATE",
        "kind": "INSPECTORATE",
        "parent": "DEPARTMENT",
        "name": "Thanh tra Sở Bưu chính, Viễn thông Hà Nội",
        "nameEn": "Inspectorate of the Hanoi Department of Posts and Telecommunications",
        "names": [
          {
            "name": "Thanh tra Sở Bưu chính, Viễn thông Hà Nội",
            "nameEn": "Inspectorate of the Hanoi Department of Posts and Telecommunications",
            "validTo": "2008-12-31",
            "confirmed": true
          }
        ],
        "contact": {
          "address": "43 Giảng Võ, Đống Đa, Hà Nội",
          "telephone": "7366690",
          "fax": "7366617",
          "email": "thanhtra@ict-hanoi.gov.vn",
          "source": "Công văn 356/SBCVT-TTR",
          "asOf": "2007-07-12"
        }
      }""";
}
