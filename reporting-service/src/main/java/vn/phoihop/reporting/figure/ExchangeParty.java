package vn.phoihop.reporting.figure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An enterprise that sent an exchange, or received it, and since when it has it. */
record ExchangeParty(UUID exchangeId, UUID enterpriseId, boolean sent, Instant at) {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The sender, and the enterprises of the audience; authorities have codes and count nothing. */
  static List<ExchangeParty> of(ExchangePublished published) {
    return Stream.concat(
            Stream.ofNullable(published.enterpriseId()),
            published.audience().stream()
                .filter(party -> UUID_FORM.matcher(party).matches())
                .map(UUID::fromString))
        .distinct()
        .map(
            party ->
                new ExchangeParty(
                    published.id(),
                    party,
                    party.equals(published.enterpriseId()),
                    published.occurredAt()))
        .toList();
  }

  ExchangeParty earlier(ExchangeParty other) {
    return other.at.isBefore(at) ? other : this;
  }
}
