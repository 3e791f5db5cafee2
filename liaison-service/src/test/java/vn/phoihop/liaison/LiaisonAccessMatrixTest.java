package vn.phoihop.liaison;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import vn.phoihop.platform.test.AccessMatrixTest;

@QuarkusTest
class LiaisonAccessMatrixTest extends AccessMatrixTest {

  private String enterprise = "";
  private String designation = "";

  @BeforeEach
  void somebody_elses_rows() {
    enterprise = Given.activeEnterprise().toString();
    designation = Given.underReview(java.util.UUID.fromString(enterprise), "PRIMARY");
  }

  @Override
  protected Map<String, String> foreignIds() {
    return Map.of("/api/v1/enterprises/", enterprise, "/api/v1/designations/", designation);
  }

  @Override
  protected Set<String> open() {
    return Set.of(
        "POST /api/v1/enrolments",
        "GET /api/v1/authorities",
        "GET /api/v1/reference",
        "GET /api/v1/reference/{list}");
  }
}
