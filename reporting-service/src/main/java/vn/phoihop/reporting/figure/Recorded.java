package vn.phoihop.reporting.figure;

import java.util.List;

/** An enterprise's figures as they stand; a violation type with nothing is absent. */
public record Recorded(List<Figure> figures, Totals totals) {}
