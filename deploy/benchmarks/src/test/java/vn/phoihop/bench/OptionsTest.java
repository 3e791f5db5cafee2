package vn.phoihop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.phoihop.deploy.Failure;

class OptionsTest {

  @Test
  void rows_run_in_their_own_order_each_once() {
    Options options = Options.of(List.of("lists", "--smoke", "fan-out", "lists"));

    assertEquals(List.of(RowName.FAN_OUT, RowName.LISTS), options.rows());
    assertTrue(options.smoke());
  }

  @Test
  void none_named_is_all() {
    assertEquals(List.of(RowName.values()), Options.of(List.of()).rows());
  }

  @Test
  void an_unknown_row_is_refused_with_the_list_of_the_known_ones() {
    String said = assertThrows(Failure.class, () -> Options.of(List.of("bulk2"))).getMessage();

    assertEquals(
        "there is no row 'bulk2'; rows: start, push, isolation, fan-out, intake, lists; options: --smoke, --keep",
        said);
    assertThrows(Failure.class, () -> Options.of(List.of("--fast")));
  }
}
