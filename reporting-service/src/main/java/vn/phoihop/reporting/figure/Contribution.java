package vn.phoihop.reporting.figure;

import java.util.List;
import java.util.UUID;

/**
 * What one object counts for, a row of the view of this name.
 *
 * @param violationTypes under which its case counts are shown as well; none for what is no incident
 */
record Contribution(UUID enterpriseId, String period, List<String> violationTypes, Totals counts) {}
