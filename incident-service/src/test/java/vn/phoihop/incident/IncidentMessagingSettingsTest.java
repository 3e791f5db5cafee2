package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.MessagingSettingsTest;

@QuarkusTest
class IncidentMessagingSettingsTest extends MessagingSettingsTest {}
