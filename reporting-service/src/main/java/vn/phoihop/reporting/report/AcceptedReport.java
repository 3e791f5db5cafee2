package vn.phoihop.reporting.report;

import java.util.List;
import java.util.UUID;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/**
 * The version of an enterprise's periodic report that counts.
 *
 * @param enterpriseName absent until liaison-service has told it: then the id
 * @param version the last accepted one
 */
public record AcceptedReport(
    UUID enterpriseId,
    String enterpriseName,
    UUID reportId,
    int version,
    boolean nil,
    List<Figure> figures,
    Totals totals) {}
