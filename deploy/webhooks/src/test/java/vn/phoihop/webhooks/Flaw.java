package vn.phoihop.webhooks;

import java.util.Set;
import java.util.TreeSet;

/** What a receiver may do wrong, and the cases that must say so: those and no others. */
enum Flaw {
  NONE,
  VERIFIES_THE_JSON_WRITTEN_ANEW("JSON in an unusual spelling", "re-spelled JSON"),
  DECODES_THE_BODY_AS_LATIN_1("Vietnamese diacritics"),
  NORMALISES_THE_BODY("Vietnamese diacritics"),
  TRIMS_THE_BODY("JSON in an unusual spelling"),
  TAKES_NO_LARGE_BODY("body of 20 kB"),
  REFUSES_UNKNOWN_TYPES("unknown event type"),
  REFUSES_UNKNOWN_MEMBERS("unknown members"),
  CHECKS_NO_TIMESTAMP(
      "timestamp 10 minutes old", "timestamp 10 minutes ahead", "timestamp in milliseconds"),
  ADMITS_THE_FUTURE("timestamp 10 minutes ahead", "timestamp in milliseconds"),
  ADMITS_THE_PAST("timestamp 10 minutes old"),
  ALLOWS_ONE_MINUTE("timestamp 4 minutes old", "timestamp 4 minutes ahead"),
  COMPARES_TIMESTAMPS_AS_FLOATING_NUMBERS("timestamp NaN"),
  DROPS_WHAT_IS_NO_DIGIT("timestamp negative"),
  TAKES_NO_TIMESTAMP_FOR_A_FRESH_ONE("timestamp empty", "no webhook-timestamp"),
  TAKES_MILLISECONDS("timestamp in milliseconds"),
  WORKS_ON_REPETITIONS("same webhook-id twice"),
  DEDUPES_BY_SIGNATURE("same webhook-id twice"),
  REFUSES_REPETITIONS("same webhook-id twice"),
  REMEMBERS_BEFORE_VERIFYING("genuine after a forged one of its id"),
  READS_THE_FIRST_SIGNATURE(
      "several signatures, one good",
      "unknown versions beside a good one",
      "v1a beside a v1 that does not match"),
  READS_THE_LAST_SIGNATURE("several signatures, one good"),
  CHOKES_ON_UNKNOWN_VERSIONS("unknown versions beside a good one", "only an unknown version"),
  IGNORES_THE_VERSION("only an unknown version", "v1's signature called v1a"),
  NEEDS_NO_VERSION("signature without a version"),
  COMPARES_AS_FAR_AS_IT_GOES("signature cut short", "signature of nothing"),
  IGNORES_CASE("signature in other letters"),
  THROWS_BEYOND_ASCII("signature of letters beyond ASCII"),
  TAKES_NO_ID_FOR_NULL("no webhook-id"),
  TAKES_NO_SIGNATURE_FOR_TRUST("no webhook-signature"),
  TAKES_AN_EMPTY_SIGNATURE_FOR_TRUST("no webhook-signature", "empty webhook-signature"),
  FORGETS_THE_FORMER_SECRET("former secret during rotation"),
  FORGETS_THE_NEW_SECRET(
      "good call",
      "Vietnamese diacritics",
      "JSON in an unusual spelling",
      "body of 20 kB",
      "unknown event type",
      "unknown members",
      "timestamp 4 minutes old",
      "timestamp 4 minutes ahead",
      "same webhook-id twice",
      "genuine after a forged one of its id",
      "several signatures, one good",
      "unknown versions beside a good one"),
  IGNORES_V1A("v1a alone", "v1a beside a v1 that does not match"),
  BELIEVES_ANY_V1A("v1a by another key", "v1a, tampered body", "v1's signature called v1a"),
  TAKES_THE_PUBLIC_KEY_FOR_A_SECRET("v1 with the public key as its secret"),
  SHAKES_NO_HANDS("handshake by our name"),
  SHAKES_WITH_ANYBODY("handshake by another name"),
  GRANTS_TOO_LITTLE("handshake by our name"),
  ANSWERS_LATE("body of 20 kB", "every answer within 15 s");

  private final Set<String> cases;

  Flaw(String... cases) {
    this.cases = new TreeSet<>(Set.of(cases));
  }

  Set<String> cases() {
    return cases;
  }
}
