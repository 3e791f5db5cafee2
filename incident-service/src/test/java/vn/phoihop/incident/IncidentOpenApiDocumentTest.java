package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.OpenApiDocumentTest;

@QuarkusTest
class IncidentOpenApiDocumentTest extends OpenApiDocumentTest {
  IncidentOpenApiDocumentTest() {
    super("incident");
  }
}
