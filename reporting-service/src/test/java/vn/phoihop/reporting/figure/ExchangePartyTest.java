package vn.phoihop.reporting.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangePartyTest {

  @Test
  void a_warning_of_an_authority_counts_with_those_who_got_it_alone() {
    UUID receiver = UUID.randomUUID();

    List<ExchangeParty> parties =
        ExchangeParty.of(
            new ExchangePublished(
                UUID.randomUUID(), null, Instant.EPOCH, List.of("POLICE", receiver.toString())));

    assertEquals(List.of(receiver), parties.stream().map(ExchangeParty::enterpriseId).toList());
    assertEquals(List.of(false), parties.stream().map(ExchangeParty::sent).toList());
  }
}
