package vn.phoihop.liaison;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.MessagingSettingsTest;

@QuarkusTest
class LiaisonMessagingSettingsTest extends MessagingSettingsTest {}
