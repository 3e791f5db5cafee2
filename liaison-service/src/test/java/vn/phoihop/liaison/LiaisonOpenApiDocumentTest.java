package vn.phoihop.liaison;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.OpenApiDocumentTest;

@QuarkusTest
class LiaisonOpenApiDocumentTest extends OpenApiDocumentTest {
  LiaisonOpenApiDocumentTest() {
    super("liaison");
  }
}
