package vn.phoihop.incident.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Test
  void each_difference_is_one_change_by_its_pointer() {
    IncidentReport before =
        Reports.early()
            .with("place", "{\"adminUnit\": \"HN-BA-DINH\", \"address\": \"1 Phố Huế\"}")
            .with("ongoing", true)
            .build();
    IncidentReport after =
        Reports.early()
            .with("place", "{\"adminUnit\": \"HN-BA-DINH\", \"address\": \"2 Phố Huế\"}")
            .with("minutesLost", 7)
            .with("reason", "bổ sung")
            .build();

    assertEquals(
        List.of(
            new Change("/minutesLost", null, JSON.numberNode(7)),
            new Change("/ongoing", JSON.booleanNode(true), null),
            new Change("/place/address", JSON.textNode("1 Phố Huế"), JSON.textNode("2 Phố Huế"))),
        Change.between(before, after));
  }

  @Test
  void the_same_content_for_another_reason_is_no_change() {
    assertEquals(
        List.of(),
        Change.between(Reports.early().build(), Reports.early().with("reason", "gửi lại").build()));
  }
}
