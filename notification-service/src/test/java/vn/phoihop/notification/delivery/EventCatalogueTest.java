package vn.phoihop.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.notification.Subscriber;
import vn.phoihop.notification.subscription.EventTypes;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.outbox.EventJson;
import vn.phoihop.platform.test.Docs;
import vn.phoihop.platform.test.EventContract;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class EventCatalogueTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v1/event-types";

  @Inject EventCatalogue catalogue;
  @Inject ObjectLinks links;

  @Test
  void it_lists_what_can_be_subscribed_to_by_name() {
    assertEquals(
        List.copyOf(new TreeSet<>(EventTypes.ALL)),
        catalogue.types().stream().map(EventTypeView::type).toList());
  }

  @Test
  void every_party_reads_it_page_by_page() {
    for (String token :
        List.of(
            Tokens.department(),
            Tokens.agency("POLICE"),
            Tokens.enterprise(UUID.randomUUID()),
            Tokens.operator(),
            Tokens.auditor())) {
      List<String> seen = new ArrayList<>();
      String next = null;
      do {
        var request = Subscriber.as(token).queryParam("limit", 17);
        JsonPath page =
            (next == null ? request : request.queryParam("cursor", next))
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        seen.addAll(page.getList("items.type"));
        next = page.getString("next");
      } while (next != null);
      assertEquals(catalogue.types().stream().map(EventTypeView::type).toList(), seen);
    }
  }

  @Test
  void every_example_is_what_a_receiver_gets_and_its_schema_says_so() throws Exception {
    for (EventTypeView type : catalogue.types()) {
      if (type.example() == null) {
        assertTrue(type.description().contains("nothing sends it yet"), type.type());
        continue;
      }
      Fact fact = EventJson.read(EventContract.example(type.type()).getBytes(UTF_8), Fact.class);
      assertEquals(
          JSON.readTree(WebhookBody.of(type.type(), fact, links)), type.example(), type.type());
      assertEquals(List.of(), errors(type, type.example()), type.type());
      assertEquals(
          Set.of(),
          minus(names(type.example().get("data")), names(data(type))),
          type.type() + " says members that its schema does not have");
      assertEquals(
          List.of(),
          errors(type, JSON.readTree(WebhookBody.full(received(type.type()), fact, links))));
      assertFalse(names(data(type)).contains("audience"));
    }
  }

  @Test
  void a_schema_refuses_another_type_and_a_body_without_its_data() throws Exception {
    EventTypeView type =
        catalogue.types().stream()
            .filter(each -> each.type().equals("incident.received"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        Set.of(
            "id",
            "enterpriseId",
            "receiptNumber",
            "violationTypes",
            "state",
            "stage",
            "version",
            "sequence",
            "tlp",
            "links"),
        minus(names(data(type)), Set.copyOf(type.fullAdds())));
    assertTrue(type.fullAdds().containsAll(List.of("severity", "indicatorCount", "agencies")));
    String example = type.example().toString();
    assertFalse(
        errors(type, JSON.readTree(example.replace("incident.received", "incident.closed")))
            .isEmpty());
    assertFalse(errors(type, JSON.readTree(example.replace("RECEIVED", "CLOSED"))).isEmpty());
    assertFalse(errors(type, JSON.readTree(example.replace("\"id\"", "\"other\""))).isEmpty());
    assertFalse(errors(type, JSON.readTree("{\"type\": \"incident.received\"}")).isEmpty());
  }

  @Test
  void the_files_beside_the_classes_are_those_that_are_published() throws Exception {
    Path docs = Docs.path("events");
    try (Stream<Path> files = Files.walk(docs)) {
      for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".json")).toList()) {
        String name = docs.relativize(file).toString();
        if (name.startsWith("examples/reference.published/")) {
          continue;
        }
        try (InputStream in = EventCatalogue.class.getResourceAsStream("/events/" + name)) {
          assertNotNull(in, name);
          assertEquals(Files.readString(file), new String(in.readAllBytes(), UTF_8), name);
        }
      }
    }
  }

  private static ReceivedEvent received(String type) {
    return new ReceivedEvent(
        UUID.randomUUID(),
        "/phoihop/test",
        type,
        "key",
        Instant.EPOCH,
        EventContract.example(type).getBytes(UTF_8));
  }

  private static List<?> errors(EventTypeView type, JsonNode body) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(type.schema().toString(), InputFormat.JSON);
    return schema.validate(body.toString(), InputFormat.JSON);
  }

  private static JsonNode data(EventTypeView type) {
    return type.schema().get("properties").get("data").get("properties");
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> minus(Set<String> all, Set<String> known) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(known);
    return rest;
  }
}
