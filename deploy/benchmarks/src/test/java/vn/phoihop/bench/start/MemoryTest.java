package vn.phoihop.bench.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void what_ps_says_in_kibibytes_becomes_megabytes() {
    assertEquals(Map.of(17L, 262.144, 4711L, 1.024), Memory.parse("   17 256000\n 4711   1000\n"));
  }
}
