package vn.phoihop.notification;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.MessagingSettingsTest;

@QuarkusTest
class NotificationMessagingSettingsTest extends MessagingSettingsTest {}
