package vn.phoihop.reporting;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.OpenApiDocumentTest;

@QuarkusTest
class ReportingOpenApiDocumentTest extends OpenApiDocumentTest {
  ReportingOpenApiDocumentTest() {
    super("reporting");
  }
}
