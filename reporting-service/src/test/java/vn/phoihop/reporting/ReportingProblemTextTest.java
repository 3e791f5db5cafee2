package vn.phoihop.reporting;

import vn.phoihop.platform.test.ProblemTextTest;

class ReportingProblemTextTest extends ProblemTextTest {}
