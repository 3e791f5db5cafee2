package vn.phoihop.reporting;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.MessagingSettingsTest;

@QuarkusTest
class ReportingMessagingSettingsTest extends MessagingSettingsTest {}
