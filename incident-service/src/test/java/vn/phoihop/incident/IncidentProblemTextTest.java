package vn.phoihop.incident;

import vn.phoihop.platform.test.ProblemTextTest;

class IncidentProblemTextTest extends ProblemTextTest {}
