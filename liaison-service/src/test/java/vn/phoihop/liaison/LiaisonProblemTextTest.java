package vn.phoihop.liaison;

import vn.phoihop.platform.test.ProblemTextTest;

class LiaisonProblemTextTest extends ProblemTextTest {}
