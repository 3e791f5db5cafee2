package vn.phoihop.bench.intake;

import java.util.List;

/**
 * Two intakes of the usual form, one after the other.
 *
 * @param incident the id of the last one's incident
 */
record Captured(List<Said> before, List<Said> last, String incident) {}
