package vn.phoihop.platform.inbox;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.MessagingSettingsTest;

@QuarkusTest
class PlatformMessagingSettingsTest extends MessagingSettingsTest {}
