package vn.phoihop.notification;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.RowSecurityTest;

@QuarkusTest
class NotificationRowSecurityTest extends RowSecurityTest {}
