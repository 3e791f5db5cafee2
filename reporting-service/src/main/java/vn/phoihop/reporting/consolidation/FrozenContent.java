package vn.phoihop.reporting.consolidation;

import java.util.List;
import vn.phoihop.reporting.figure.Figure;
import vn.phoihop.reporting.figure.Totals;

/** What is stored of the content, beside the accepted versions that it is made of. */
record FrozenContent(
    List<MissingEnterprise> missing, List<Figure> figures, Totals totals, Wording wording) {

  static FrozenContent of(Consolidation content, Wording wording) {
    return new FrozenContent(content.missing(), content.figures(), content.totals(), wording);
  }
}
