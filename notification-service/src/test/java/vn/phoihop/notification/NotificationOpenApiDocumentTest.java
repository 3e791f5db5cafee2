package vn.phoihop.notification;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.OpenApiDocumentTest;

@QuarkusTest
class NotificationOpenApiDocumentTest extends OpenApiDocumentTest {
  NotificationOpenApiDocumentTest() {
    super("notification");
  }
}
