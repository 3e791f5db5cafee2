package vn.phoihop.incident;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.RowSecurityTest;

@QuarkusTest
class IncidentRowSecurityTest extends RowSecurityTest {}
