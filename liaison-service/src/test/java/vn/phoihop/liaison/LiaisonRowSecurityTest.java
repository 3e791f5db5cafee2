package vn.phoihop.liaison;

import io.quarkus.test.junit.QuarkusTest;
import vn.phoihop.platform.test.RowSecurityTest;

@QuarkusTest
class LiaisonRowSecurityTest extends RowSecurityTest {}
