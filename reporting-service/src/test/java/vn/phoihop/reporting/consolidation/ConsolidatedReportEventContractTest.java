package vn.phoihop.reporting.consolidation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.EventContract;

/** Each fact is written as docs/events publishes it. */
class ConsolidatedReportEventContractTest {

  static Stream<Function<ConsolidatedReportFacts, ConsolidatedReportEvent>> facts() {
    return Stream.of(ConsolidatedReportEvent.Frozen::new, ConsolidatedReportEvent.Sent::new);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void the_published_example_is_what_we_write(
      Function<ConsolidatedReportFacts, ConsolidatedReportEvent> fact) throws IOException {
    String type = fact.apply(null).type();
    String example = EventContract.example(type);
    ConsolidatedReportEvent event =
        fact.apply(
            EventJson.read(
                example.getBytes(StandardCharsets.UTF_8), ConsolidatedReportFacts.class));

    String written = EventJson.write(event);

    EventContract.assertValid(type, written);
    assertEquals(new ObjectMapper().readTree(example), new ObjectMapper().readTree(written));
  }
}
