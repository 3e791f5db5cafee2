package vn.phoihop.reporting.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.phoihop.reporting.document.Block.Align;
import vn.phoihop.reporting.document.Block.Column;
import vn.phoihop.reporting.document.Block.Grid;

/**
 * Tables of fixed widths; one with lines repeats its head on each page and breaks between rows. How
 * cells look is said by a style for each alignment: thousands of rows stay light.
 */
final class DocxTable {

  private static final int TWIPS_PER_MM = 57;
  private static final int PADDING = 60;
  private static final int HALF_POINTS = 21;

  private DocxTable() {}

  static void defineStyles(XWPFStyles styles) {
    for (Align align : Align.values()) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setType(STStyleType.PARAGRAPH);
      style.setStyleId(style(align));
      style.addNewName().setVal("Cell " + align);
      style.addNewPPr().addNewJc().setVal(jc(align));
      CTSpacing spacing = style.getPPr().addNewSpacing();
      spacing.setBefore(BigInteger.valueOf(40));
      spacing.setAfter(BigInteger.valueOf(40));
      style.addNewRPr().addNewSz().setVal(BigInteger.valueOf(HALF_POINTS));
      styles.addStyle(new XWPFStyle(style));
    }
  }

  /** One row without lines, to set things side by side. */
  static XWPFTableRow sideBySide(XWPFDocument docx, int... millimetres) {
    XWPFTable table = docx.createTable(1, millimetres.length);
    table.removeBorders();
    fix(table, 0, millimetres);
    return table.getRow(0);
  }

  static void add(XWPFDocument docx, Grid grid) {
    List<Column> columns = grid.columns();
    XWPFTable table = docx.createTable(1, columns.size());
    fix(table, PADDING, columns.stream().mapToInt(Column::width).toArray());
    table.getCTTbl().removeTr(0);
    CTTrPr head = row(table);
    head.addNewTblHeader();
    fill(
        table,
        columns.stream().map(Column::title).toList(),
        columns.stream().map(c -> Align.CENTER).toList(),
        true);
    List<Align> aligns = columns.stream().map(Column::align).toList();
    for (int n = 0; n < grid.rows().size(); n++) {
      row(table);
      fill(table, grid.rows().get(n), aligns, grid.last() && n == grid.rows().size() - 1);
    }
  }

  private static CTTrPr row(XWPFTable table) {
    CTTrPr properties = table.getCTTbl().addNewTr().addNewTrPr();
    properties.addNewCantSplit();
    return properties;
  }

  /** The last row. */
  private static void fill(XWPFTable table, List<String> texts, List<Align> aligns, boolean bold) {
    CTRow row = table.getCTTbl().getTrArray(table.getCTTbl().sizeOfTrArray() - 1);
    for (int i = 0; i < texts.size(); i++) {
      CTP paragraph = row.addNewTc().addNewP();
      paragraph.addNewPPr().addNewPStyle().setVal(style(aligns.get(i)));
      CTR run = paragraph.addNewR();
      if (bold) {
        run.addNewRPr().addNewB();
      }
      run.addNewT().setStringValue(texts.get(i));
    }
  }

  private static void fix(XWPFTable table, int padding, int... millimetres) {
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setCellMargins(0, padding, 0, padding);
    table.setIndent(padding);
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    int whole = 0;
    for (int i = 0; i < millimetres.length; i++) {
      BigInteger width = BigInteger.valueOf((long) millimetres[i] * TWIPS_PER_MM);
      (i < grid.sizeOfGridColArray() ? grid.getGridColArray(i) : grid.addNewGridCol()).setW(width);
      table.getRow(0).getCell(i).setWidth(width.toString());
      whole += millimetres[i] * TWIPS_PER_MM;
    }
    table.setWidth(Integer.toString(whole));
    table.getCTTbl().getTblPr().getTblW().setType(STTblWidth.DXA);
  }

  private static String style(Align align) {
    return "Cell" + align;
  }

  private static STJc.Enum jc(Align align) {
    return switch (align) {
      case LEFT -> STJc.LEFT;
      case CENTER -> STJc.CENTER;
      case RIGHT -> STJc.RIGHT;
    };
  }
}
