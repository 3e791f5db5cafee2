package vn.phoihop.platform.problem;

import vn.phoihop.platform.test.ProblemTextTest;

class PlatformProblemTextTest extends ProblemTextTest {}
