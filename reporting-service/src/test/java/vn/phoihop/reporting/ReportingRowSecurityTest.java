package vn.phoihop.reporting;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.RowSecurityTest;

@QuarkusTest
class ReportingRowSecurityTest extends RowSecurityTest {}
