package vn.phoihop.incident.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.EventContract;

class EvidenceEventContractTest {

  @Test
  void the_published_example_is_what_we_write() throws IOException {
    String example = EventContract.example("evidence.sealed");
    EvidenceEvent.Sealed event =
        EventJson.read(example.getBytes(StandardCharsets.UTF_8), EvidenceEvent.Sealed.class);

    String written = EventJson.write(event);

    EventContract.assertValid(event.type(), written);
    assertEquals(new ObjectMapper().readTree(example), new ObjectMapper().readTree(written));
  }
}
