package vn.phoihop.platform.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.ProblemTextTest;

class PlatformProblemTextTest extends ProblemTextTest {

  @Test
  void codes_are_found_in_the_sources() throws IOException {
    assertTrue(codes().contains("error.CURSOR"), () -> "the search finds nothing");
  }
}
