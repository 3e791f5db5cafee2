package vn.phoihop.reporting.document;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/**
 * How a paragraph is set.
 *
 * @param size in points
 * @param indent of the first line, {@code before} and {@code after} it: in twentieths of a point
 * @param keep with the next paragraph on one page
 */
record DocxText(
    ParagraphAlignment align,
    double size,
    boolean bold,
    boolean italic,
    int indent,
    int before,
    int after,
    boolean keep) {

  static final String FONT = "Times New Roman";

  static DocxText of(ParagraphAlignment align, double size) {
    return new DocxText(align, size, false, false, 0, 0, 0, false);
  }

  DocxText inBold() {
    return new DocxText(align, size, true, italic, indent, before, after, keep);
  }

  DocxText inItalic() {
    return new DocxText(align, size, bold, true, indent, before, after, keep);
  }

  DocxText indented(int twips) {
    return new DocxText(align, size, bold, italic, twips, before, after, keep);
  }

  DocxText spaced(int above, int below) {
    return new DocxText(align, size, bold, italic, indent, above, below, keep);
  }

  DocxText kept() {
    return new DocxText(align, size, bold, italic, indent, before, after, true);
  }

  XWPFRun set(XWPFParagraph paragraph, String text) {
    paragraph.setAlignment(align);
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    if (indent != 0) {
      paragraph.setFirstLineIndent(indent);
    }
    if (keep) {
      paragraph.setKeepNext(true);
    }
    XWPFRun run = paragraph.createRun();
    CTFonts fonts = run.getCTR().addNewRPr().addNewRFonts();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    run.setFontSize(size);
    run.setBold(bold);
    run.setItalic(italic);
    run.setText(text);
    return run;
  }
}
