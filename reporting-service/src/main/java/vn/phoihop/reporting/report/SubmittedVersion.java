package vn.phoihop.reporting.report;

import java.time.Instant;
import java.util.List;
import vn.phoihop.reporting.figure.Recorded;

/**
 * A version as it was submitted; never edited.
 *
 * @param reported what it says: the recorded numbers, corrected
 * @param recorded as of the submission
 * @param changes against the version before
 */
record SubmittedVersion(
    int version,
    Instant submittedAt,
    Recorded reported,
    Recorded recorded,
    ReportContent content,
    List<Change> changes) {}
