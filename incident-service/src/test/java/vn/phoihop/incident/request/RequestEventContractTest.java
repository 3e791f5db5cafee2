package vn.phoihop.incident.request;

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
class RequestEventContractTest {

  static Stream<Function<RequestFacts, RequestEvent>> facts() {
    return Stream.of(
        RequestEvent.Issued::new,
        RequestEvent.Acknowledged::new,
        RequestEvent.ClarificationAsked::new,
        RequestEvent.Objected::new,
        RequestEvent.Answered::new,
        RequestEvent.Returned::new,
        RequestEvent.Accepted::new,
        RequestEvent.Cancelled::new,
        RequestEvent.ReminderDue::new);
  }

  @ParameterizedTest
  @MethodSource("facts")
  void the_published_example_is_what_we_write(Function<RequestFacts, RequestEvent> fact)
      throws IOException {
    String type = fact.apply(null).type();
    String example = EventContract.example(type);
    RequestEvent event =
        fact.apply(EventJson.read(example.getBytes(StandardCharsets.UTF_8), RequestFacts.class));

    String written = EventJson.write(event);

    EventContract.assertValid(type, written);
    assertEquals(new ObjectMapper().readTree(example), new ObjectMapper().readTree(written));
  }
}
