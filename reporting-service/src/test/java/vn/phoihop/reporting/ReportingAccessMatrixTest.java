package vn.phoihop.reporting;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class ReportingAccessMatrixTest extends AccessMatrixTest {

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of();
  }

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}
