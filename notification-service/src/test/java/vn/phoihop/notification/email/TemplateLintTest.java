package vn.phoihop.notification.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.notification.contact.ContactRole;
import vn.phoihop.notification.preference.Language;
import vn.phoihop.notification.sms.SmsText;
import vn.phoihop.platform.test.ReferenceData;

/**
 * Every notice, to everybody, in every language: that something has happened, where to look, and
 * why you are told. Nothing of the matter: no code or label of a violation, an indicator, a
 * category, an authority; no address, no figure but the reference.
 */
@QuarkusTest
class TemplateLintTest {

  private static final String ENTERPRISE = "Công ty Bưu chính Sông Hồng";
  private static final UUID OBJECT = UUID.fromString("019a1f6e-7c00-7000-8000-000000000011");

  /** Lists whose words would say what the matter is. */
  private static final List<String> TELLING =
      List.of(
          "VIOLATION_TYPES",
          "INDICATOR_TYPES",
          "DATA_CATEGORIES",
          "MEASURE_TYPES",
          "REQUEST_PURPOSES",
          "OUTCOMES",
          "DETECTION_METHODS",
          "AUTHORITIES");

  private static final List<String> FORBIDDEN = new ArrayList<>();

  @Inject LetterText words;

  @BeforeAll
  static void what_would_say_something_of_the_matter() throws Exception {
    for (Path list : ReferenceData.lists()) {
      JsonNode data = new ObjectMapper().readTree(Files.readString(list));
      if (TELLING.contains(data.get("list").asText())) {
        for (JsonNode item : data.get("items")) {
          for (String member : List.of("code", "vi", "en")) {
            // OTHER, UNKNOWN and their labels say nothing, and are words of every day.
            if (!item.get("code").asText().matches("OTHER|UNKNOWN|DEPARTMENT")) {
              FORBIDDEN.add(item.get(member).asText().toLowerCase(Locale.ROOT));
            }
          }
        }
      }
    }
    assertTrue(FORBIDDEN.size() > 200, () -> "only " + FORBIDDEN.size());
  }

  static Stream<Letter> letters() {
    return Arrays.stream(NoticeKind.values())
        .flatMap(
            kind ->
                Arrays.stream(Language.values())
                    .flatMap(
                        language ->
                            Stream.concat(
                                Arrays.stream(ContactRole.values())
                                    .map(role -> letter(kind, Addressee.LIAISON, role, language)),
                                Stream.of(Addressee.DEPARTMENT, Addressee.DESK)
                                    .map(desk -> letter(kind, desk, null, language)))));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void a_mail_gives_nothing_away_and_says_why_it_came(Letter letter) {
    String subject = words.subject(letter);
    String text = words.text(letter);
    String all = subject + "\n" + text;
    String known =
        all.replace(letter.notice().reference(), "")
            .replace(OBJECT.toString(), "")
            .replace(letter.notice().id().toString(), "")
            .replace(ENTERPRISE, "")
            .replace("http://localhost:5173", "")
            .toLowerCase(Locale.ROOT);
    for (String word : FORBIDDEN) {
      assertFalse(contains(known, word), () -> "'" + word + "' in\n" + all);
    }
    assertFalse(known.matches("(?s).*[0-9@%{}].*"), all);
    assertTrue(all.contains(letter.notice().reference()) || !letter.lines().isEmpty(), all);
    assertEquals(Normalizer.normalize(all, Normalizer.Form.NFC), all);
    boolean vi = letter.language() != Language.EN;
    boolean en = letter.language() != Language.VI;
    assertEquals(vi, text.contains("Vì sao Quý vị nhận thư này: "), all);
    assertEquals(en, text.contains("Why you get this: "), all);
    if (letter.role() != null) {
      assertTrue(text.contains(ENTERPRISE), all);
    }
    assertFalse(text.contains("NOT_FOUND") || text.contains("null"), all);
    assertTrue(subject.length() < 200, subject);
  }

  @ParameterizedTest
  @MethodSource("letters")
  void a_short_message_is_one_on_every_telephone(Letter letter) {
    String text = words.shortText(letter);
    assertTrue(SmsText.fits(text), text);
    assertTrue(text.contains(letter.notice().reference()), text);
    String known = text.replace(letter.notice().reference(), "").toLowerCase(Locale.ROOT);
    for (String word : FORBIDDEN) {
      assertFalse(contains(known, SmsText.plain(word)), () -> "'" + word + "' in " + text);
    }
    assertFalse(text.contains(ENTERPRISE) || text.contains("@"), text);
  }

  /** Whose webhook it is the Department must know, and nobody else need be told. */
  @ParameterizedTest
  @EnumSource
  void an_authority_is_named_to_the_department_alone_and_for_its_webhooks_alone(NoticeKind kind) {
    boolean webhook = kind.topic() == Topic.SUBSCRIPTIONS;
    for (Language language : Language.values()) {
      String told = words.text(letter(kind, Addressee.DEPARTMENT, "TRIED", null, language));
      assertEquals(webhook && language != Language.EN, told.contains("Cơ quan: TRIED\n"), told);
      assertEquals(webhook && language != Language.VI, told.contains("Authority: TRIED\n"), told);
      assertEquals(webhook, told.contains("/notices/"), told);
      for (Letter own :
          List.of(
              letter(kind, Addressee.DESK, "TRIED", null, language),
              letter(kind, Addressee.DEPARTMENT, "DEPARTMENT", null, language),
              letter(kind, Addressee.LIAISON, null, ContactRole.PRIMARY, language))) {
        String text = words.text(own);
        assertFalse(text.contains("TRIED") || text.contains("DEPARTMENT"), text);
        assertFalse(text.contains("/notices/"), text);
      }
    }
  }

  @Test
  void what_the_lint_is_for_it_would_find() {
    assertTrue(contains("tin báo về trộm cắp cước viễn thông", "trộm cắp cước viễn thông"));
    assertTrue(FORBIDDEN.contains("tel_fee_theft"));
  }

  /** As a word of its own. */
  private static boolean contains(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0) {
      boolean begins = at == 0 || !Character.isLetter(text.charAt(at - 1));
      int end = at + word.length();
      boolean ends = end == text.length() || !Character.isLetter(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static Letter letter(
      NoticeKind kind, Addressee addressee, ContactRole role, Language language) {
    return letter(
        kind, addressee, addressee == Addressee.DESK ? "TRIEDDESK" : null, role, language);
  }

  private static Letter letter(
      NoticeKind kind, Addressee addressee, String authority, ContactRole role, Language language) {
    Notice notice =
        new Notice(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            kind,
            addressee,
            Channel.EMAIL,
            null,
            authority == null ? OBJECT : null,
            authority,
            OBJECT,
            "YC-2026-000123",
            false,
            1,
            Duration.ZERO);
    List<Letter.Line> lines =
        kind == NoticeKind.DIGEST
            ? List.of(new Letter.Line(NoticeKind.INCIDENT_REFERRED, OBJECT, "YC-2026-000123"))
            : List.of();
    return new Letter(
        notice, role == null ? null : OBJECT, role, "x@example", ENTERPRISE, language, lines);
  }
}
