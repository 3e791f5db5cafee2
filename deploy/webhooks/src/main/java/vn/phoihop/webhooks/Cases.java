package vn.phoihop.webhooks;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phoihop.webhooks.Case.Mark;
import vn.phoihop.webhooks.Case.Verdict;

/**
 * All that is tried. A forged call is wrong in one thing and right in all others, so that nothing
 * but the check it is about can catch it.
 */
final class Cases {
  private static final Duration AGO = Duration.ofSeconds(-60);
  private static final Duration WITHIN = Duration.ofMinutes(4);
  private static final Duration BEYOND = Duration.ofMinutes(10);

  private final Signer signer;
  private final Signer stranger;
  private final List<Case> cases = new ArrayList<>();

  private Cases(Signer signer) {
    this.signer = signer;
    this.stranger = signer.stranger();
  }

  /**
   * In their order. Their timestamps are of this moment: to be run now.
   *
   * @param signer whom the receiver trusts
   * @param old whom it trusts as well, while it changes its secret
   * @param key which it has pinned; it may be the signer itself
   * @param origin whose handshake it answers
   */
  static List<Case> all(
      Signer signer, Optional<Secret> old, Optional<PrivateKey> key, Optional<String> origin) {
    Cases all = new Cases(signer);
    all.genuine();
    all.repeated();
    all.listed();
    old.ifPresent(all::rotated);
    key.ifPresent(all::asymmetric);
    origin.ifPresent(all::handshakes);
    all.forged();
    all.misdated();
    all.incomplete();
    return all.cases;
  }

  private void genuine() {
    accepts("good call", "it is what you will get", genuine(Message.incident()));
    String text = "Chuyển cuộc gọi quốc tế thành nội mạng: Nguyễn Thị Lãnh, 24.000.000 ₫";
    accepts(
        "Vietnamese diacritics",
        "a body that is decoded and encoded, or normalised, before it is verified is another one",
        genuine(
            Message.of(
                Message.incident(
                    "incident.received",
                    "{\"nfc\":\"%s\",\"nfd\":\"%s\"}"
                        .formatted(
                            Normalizer.normalize(text, Normalizer.Form.NFC),
                            Normalizer.normalize(text, Normalizer.Form.NFD))))));
    accepts(
        "JSON in an unusual spelling",
        "verify the bytes that came: parsed and written again they are others",
        genuine(
            Message.of(
                " { \"timestamp\":\"2026-03-10T02:00:00Z\",\r\n\t\"type\" : \"incident.received\","
                    + "\"data\":{\"id\":\"%s\",\"sequence\":1E0,\"state\":\"\\u0052ECEIVED\"} }\n"
                        .formatted(UUID.randomUUID()))));
    accepts(
        "body of 20 kB",
        "webhooks may be that large",
        genuine(
            Message.of(
                Message.incident("incident.received", "\"" + "0123456789".repeat(2000) + "\""))));
    accepts(
        "unknown event type",
        "new types come; what you do not answer with 2xx is sent again for 75 hours",
        genuine(Message.of(Message.incident("conformance.unknown", "{}"))));
    accepts(
        "unknown members",
        "members are added within a version",
        genuine(Message.of(Message.incident("incident.received", "{\"new\":[{\"er\":null}]}"))));
    accepts(
        "timestamp 4 minutes old",
        "clocks differ and networks are slow: five minutes are allowed",
        genuine(Message.incident().at(WITHIN.negated())));
    accepts(
        "timestamp 4 minutes ahead",
        "your clock may be slow as well as fast",
        genuine(Message.incident().at(WITHIN)));
  }

  private void repeated() {
    Message first = Message.incident().at(AGO);
    Message again = first.at(Duration.ZERO);
    cases.add(
        new Case(
            "same webhook-id twice",
            "2xx 2xx, once",
            "repetitions happen, each with its own timestamp and signature; work on one of them",
            endpoint -> {
              OptionalLong before = endpoint.send(genuine(Message.incident())).processed();
              Answer one = endpoint.send(genuine(first));
              Answer two = endpoint.send(genuine(again));
              return once(one, two, one.accepted() && two.accepted(), before);
            }));
    Message message = Message.incident();
    cases.add(
        new Case(
            "genuine after a forged one of its id",
            "4xx 2xx, once",
            "an id remembered before the signature is checked lets a forger suppress the event",
            endpoint -> {
              OptionalLong before = endpoint.send(genuine(Message.incident())).processed();
              Answer one = endpoint.send(signed(message, stranger.sign(message)));
              Answer two = endpoint.send(genuine(message));
              return once(one, two, one.refused() && two.accepted(), before);
            }));
  }

  /** Whether two calls made one event. */
  private static Verdict once(Answer one, Answer two, boolean right, OptionalLong before) {
    String got = one + " " + two;
    OptionalLong after = two.processed();
    if (!right) {
      return new Verdict(got, Mark.FAIL);
    }
    if (before.isEmpty() || after.isEmpty()) {
      return new Verdict(got, Mark.ASK);
    }
    long times = after.getAsLong() - before.getAsLong();
    return Verdict.of(got + (times == 1 ? ", once" : ", " + times + " times"), times == 1);
  }

  private void listed() {
    Message several = Message.incident();
    accepts(
        "several signatures, one good",
        "while a secret is rotated, and with v1a, the header has several: any match counts",
        signed(
            several,
            stranger.sign(several) + " " + signer.sign(several) + " " + stranger.sign(several)));
    Message versions = Message.incident();
    accepts(
        "unknown versions beside a good one",
        "versions are added (v1a is one): what you do not know you ignore",
        signed(
            versions,
            "%s v9,x:y %s"
                .formatted(
                    PrivateKey.parse(Keys.random().privateKey()).sign(versions),
                    signer.sign(versions))));
  }

  private void rotated(Secret old) {
    Message former = Message.incident();
    accepts(
        "former secret during rotation",
        "what was signed before the change arrives after it",
        signed(former, old.sign(former)));
    Message both = Message.incident();
    accepts(
        "new and former secret's signatures",
        "so it is signed until the grace period ends",
        signed(both, signer.sign(both) + " " + old.sign(both)));
  }

  private void asymmetric(PrivateKey key) {
    Message alone = Message.incident();
    accepts(
        "v1a alone",
        "a signature by the key that you pinned is enough",
        signed(alone, key.sign(alone)));
    Message beside = Message.incident();
    accepts(
        "v1a beside a v1 that does not match",
        "any match counts",
        signed(beside, stranger.sign(beside) + " " + key.sign(beside)));
    Message strange = Message.incident();
    refuses(
        "v1a by another key",
        "whoever has any key could write as us; and never take a key from the call",
        signed(strange, key.stranger().sign(strange)));
    Message tampered = Message.incident();
    refuses(
        "v1a, tampered body",
        "the signature is for other bytes",
        signed(tampered, key.sign(tampered)).withBody(changed(tampered.body())));
    Message confused = Message.incident();
    refuses(
        "v1 with the public key as its secret",
        "the public key is public: a key belongs to one version",
        signed(confused, Secret.of(key.publicKey()).sign(confused)));
    if (signer != key) {
      Message relabelled = Message.incident();
      refuses(
          "v1's signature called v1a",
          "a version is verified as what it says",
          signed(relabelled, "v1a," + signer.code(relabelled)));
    }
  }

  private void handshakes(String origin) {
    cases.add(
        new Case(
            "handshake by our name",
            "yes",
            "where the operator asks for it, you cannot subscribe without",
            endpoint -> {
              Answer answer = endpoint.send(Call.handshake(origin));
              return welcome(answer, answer.welcomes(origin), true);
            }));
    String another = "another." + origin;
    cases.add(
        new Case(
            "handshake by another name",
            "no, or *",
            "who repeats whatever name is asked consents to being called by anybody",
            endpoint -> {
              Answer answer = endpoint.send(Call.handshake(another));
              boolean named = answer.welcomes(another) && !answer.welcomes("");
              return welcome(answer, named, false);
            }));
  }

  private static Verdict welcome(Answer answer, boolean yes, boolean right) {
    return Verdict.of(answer + (yes ? ", yes" : ", no"), answer.came() && yes == right);
  }

  private void forged() {
    forged(
        "tampered body",
        "another number, another state: anybody on the way could write it",
        message -> genuine(message).withBody(changed(message.body())));
    forged(
        signer instanceof Secret ? "wrong secret" : "wrong key",
        "anybody could write as us",
        message -> signed(message, stranger.sign(message)));
    forged(
        "re-spelled JSON",
        "white space was added after signing: you verify what you parsed, not what came",
        message -> genuine(message).withBody(respelled(message.body())));
    forged(
        "signature of another id",
        "an old call under a new id would be worked on again",
        message -> genuine(message).with(Call.ID, UUID.randomUUID().toString()));
    forged(
        "signature of another timestamp",
        "an old call with a fresh timestamp would pass for new",
        message -> genuine(message).with(Call.TIMESTAMP, message.at(AGO).timestamp()));
    forged(
        "signature cut short",
        "a comparison that stops early can be guessed letter by letter",
        message -> signed(message, signer.sign(message).substring(0, 12)));
    forged(
        "signature in other letters",
        "base64 tells capitals from small letters",
        message -> signed(message, signer.version() + "," + swapped(signer.code(message))));
    forged(
        "signature without a version",
        "no version, nothing to verify",
        message -> signed(message, signer.code(message)));
    forged(
        "only an unknown version",
        "what you cannot verify you do not trust",
        message -> signed(message, "v9," + signer.code(message)));
    forged(
        "signature of letters beyond ASCII",
        "some comparisons throw at it: a 5xx shows a forger where you break",
        message -> signed(message, wire("v1,chữ-ký-giả-mạo")));
  }

  private void misdated() {
    String stale = "replayed calls would be taken for ever";
    refuses("timestamp 10 minutes old", stale, genuine(Message.incident().at(BEYOND.negated())));
    refuses(
        "timestamp 10 minutes ahead",
        "a call kept until then would pass for new",
        genuine(Message.incident().at(BEYOND)));
    String garbage = "compared as a number it is neither too old nor too new";
    String now = Message.incident().timestamp();
    refuses("timestamp NaN", garbage, genuine(Message.incident().at("NaN")));
    refuses("timestamp empty", garbage, genuine(Message.incident().at("")));
    refuses("timestamp 1e9", garbage, genuine(Message.incident().at("1e9")));
    refuses("timestamp negative", garbage, genuine(Message.incident().at("-" + now)));
    refuses(
        "timestamp in milliseconds",
        "it is fifty thousand years ahead",
        genuine(Message.incident().at(now + "000")));
  }

  private void incomplete() {
    String without = "nothing was verified then";
    Message message = Message.incident();
    refuses("no webhook-id", without, signed(message, signedAs(message::withId)).without(Call.ID));
    refuses(
        "no webhook-timestamp",
        without,
        signed(message, signedAs(message::at)).without(Call.TIMESTAMP));
    refuses("no webhook-signature", without, genuine(Message.incident()).without(Call.SIGNATURE));
    refuses(
        "empty webhook-signature", without, genuine(Message.incident()).with(Call.SIGNATURE, ""));
    refuses(
        "signature of nothing",
        without,
        genuine(Message.incident()).with(Call.SIGNATURE, signer.version() + ","));
  }

  /** Signed with what an absent header becomes in one language or another. */
  private String signedAs(Function<String, Message> absence) {
    return Stream.of("", "null", "undefined", "None", "nil")
        .map(absence)
        .map(signer::sign)
        .collect(Collectors.joining(" "));
  }

  private Call genuine(Message message) {
    return signed(message, signer.sign(message));
  }

  private static Call signed(Message message, String signature) {
    return Call.of(message, signature);
  }

  private void accepts(String name, String why, Call call) {
    cases.add(
        new Case(
            name,
            "2xx",
            why,
            endpoint -> {
              Answer answer = endpoint.send(call);
              return Verdict.of(answer.toString(), answer.accepted());
            }));
  }

  private void refuses(String name, String why, Call call) {
    cases.add(
        new Case(
            name,
            "4xx",
            why,
            endpoint -> {
              Answer answer = endpoint.send(call);
              return Verdict.of(answer.toString(), answer.refused());
            }));
  }

  private void forged(String name, String why, Function<Message, Call> forgery) {
    refuses(name, why, forgery.apply(Message.incident()));
  }

  private static byte[] changed(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.replace("TB-2026-000123", "TB-2026-000124").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] respelled(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.replace("\":", "\" : ").replace(",\"", ",\n  \"").getBytes(StandardCharsets.UTF_8);
  }

  private static String swapped(String text) {
    return text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** A header that goes out as UTF-8, although headers are written byte by byte. */
  private static String wire(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
