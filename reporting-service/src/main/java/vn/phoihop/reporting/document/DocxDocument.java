package vn.phoihop.reporting.document;

import static org.apache.poi.xwpf.usermodel.ParagraphAlignment.BOTH;
import static org.apache.poi.xwpf.usermodel.ParagraphAlignment.CENTER;
import static org.apache.poi.xwpf.usermodel.ParagraphAlignment.LEFT;
import static org.apache.poi.xwpf.usermodel.ParagraphAlignment.RIGHT;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import vn.phoihop.reporting.document.Block.Grid;

/** Sets the letter as DOCX, to be worked on in a word processor: Times New Roman, real tables. */
final class DocxDocument {

  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;
  private static final int MM = 57;
  private static final DocxText BODY = DocxText.of(BOTH, 13).indented(10 * MM).spaced(0, 120);
  private static final DocxText CENTRED = DocxText.of(CENTER, 13);

  private final XWPFDocument docx;
  private final Letter letter;

  private DocxDocument(XWPFDocument docx, Letter letter) {
    this.docx = docx;
    this.letter = letter;
  }

  static void write(DocumentContent content, OutputStream out) throws IOException {
    try (XWPFDocument docx = new XWPFDocument()) {
      DocxDocument document = new DocxDocument(docx, Letter.of(content));
      document.page();
      document.properties(content.at());
      document.head();
      document.letter.body().forEach(document::add);
      document.end();
      document.annex();
      docx.write(out);
    }
  }

  /** A4, margins and page numbers as Decree 30/2020 has them: top centre, none on the first. */
  private void page() {
    CTSectPr section = docx.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(20 * MM));
    margins.setBottom(BigInteger.valueOf(20 * MM));
    margins.setLeft(BigInteger.valueOf(30 * MM));
    margins.setRight(BigInteger.valueOf(15 * MM));
    margins.setHeader(BigInteger.valueOf(10 * MM));
    margins.setFooter(BigInteger.valueOf(10 * MM));
    docx.createHeader(HeaderFooterType.FIRST);
    XWPFParagraph number = docx.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    number.setAlignment(CENTER);
    CTSimpleField field = number.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    field.addNewR().addNewRPr().addNewSz().setVal(BigInteger.valueOf(26));
    field.getRArray(0).addNewT().setStringValue("2");
  }

  private void properties(Instant at) throws IOException {
    OfficeProperties.set(
        docx.getProperties().getCoreProperties(), letter.subject(), letter.author(), at);
    docx.createStyles().setDefaultFonts(fonts());
    docx.getStyles().setSpellingLanguage("vi-VN");
    DocxTable.defineStyles(docx.getStyles());
  }

  private static CTFonts fonts() {
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(DocxText.FONT);
    fonts.setHAnsi(DocxText.FONT);
    fonts.setCs(DocxText.FONT);
    fonts.setEastAsia(DocxText.FONT);
    return fonts;
  }

  private void head() {
    XWPFTableRow names = DocxTable.sideBySide(docx, 70, 95);
    List<XWPFParagraph> left = new ArrayList<>(List.of(names.getCell(0).getParagraphArray(0)));
    if (letter.parent() != null) {
      DocxText.of(CENTER, 12).set(left.get(0), letter.parent());
      left.add(names.getCell(0).addParagraph());
    }
    DocxText.of(CENTER, 12).inBold().set(left.get(left.size() - 1), letter.author());
    rule(names.getCell(0).addParagraph(), 23);
    DocxText.of(CENTER, 12).inBold().set(names.getCell(1).getParagraphArray(0), Letter.STATE);
    CENTRED.inBold().set(names.getCell(1).addParagraph(), Letter.MOTTO);
    rule(names.getCell(1).addParagraph(), 18);
    XWPFTableRow day = names.getTable().createRow();
    CENTRED.set(day.getCell(0).getParagraphArray(0), letter.number());
    CENTRED.inItalic().set(day.getCell(1).getParagraphArray(0), letter.placeAndDay());
    DocxText.of(CENTER, 14).inBold().spaced(360, 0).set(docx.createParagraph(), Letter.KIND);
    DocxText.of(CENTER, 14).inBold().set(docx.createParagraph(), letter.subject());
    rule(docx.createParagraph(), 57);
    XWPFTableRow addressees = DocxTable.sideBySide(docx, 55, 110);
    DocxText.of(RIGHT, 13)
        .spaced(120, 0)
        .set(addressees.getCell(0).getParagraphArray(0), "Kính gửi:");
    for (int i = 0; i < letter.recipients().size(); i++) {
      XWPFTableCell cell = addressees.getCell(1);
      DocxText.of(LEFT, 13)
          .spaced(i == 0 ? 120 : 0, 0)
          .set(
              i == 0 ? cell.getParagraphArray(0) : cell.addParagraph(),
              "- " + letter.recipients().get(i) + (i + 1 < letter.recipients().size() ? ";" : "."));
    }
    docx.createParagraph();
  }

  /** A thin line of the paragraph's width less so many millimetres on each side. */
  private static void rule(XWPFParagraph paragraph, int indent) {
    DocxText.of(CENTER, 2).spaced(50, 0).set(paragraph, "");
    paragraph.setIndentationLeft(indent * MM);
    paragraph.setIndentationRight(indent * MM);
    paragraph.setBorderTop(Borders.SINGLE);
  }

  private void add(Block block) {
    switch (block.kind()) {
      case HEADING -> BODY.inBold().kept().set(docx.createParagraph(), block.text());
      case TEXT -> BODY.set(docx.createParagraph(), block.text());
      case NOTE ->
          DocxText.of(BOTH, 11)
              .inItalic()
              .spaced(60, 120)
              .set(docx.createParagraph(), block.text());
      case GRID -> {
        DocxText.of(CENTER, 12)
            .inBold()
            .spaced(60, 60)
            .kept()
            .set(docx.createParagraph(), block.text());
        DocxTable.add(docx, Objects.requireNonNull(block.grid()));
        DocxText.of(LEFT, 4).set(docx.createParagraph(), "");
      }
    }
  }

  private void end() {
    XWPFTableRow row = DocxTable.sideBySide(docx, 80, 85);
    row.setCantSplitRow(true);
    XWPFTableCell copies = row.getCell(0);
    DocxText.of(LEFT, 12).inBold().inItalic().set(copies.getParagraphArray(0), "Nơi nhận:");
    letter.copies().forEach(copy -> DocxText.of(LEFT, 11).set(copies.addParagraph(), "- " + copy));
    XWPFTableCell signer = row.getCell(1);
    CENTRED.inBold().set(signer.getParagraphArray(0), letter.signerTitle());
    for (int line = 0; line < 4; line++) {
      CENTRED.set(signer.addParagraph(), "");
    }
    CENTRED.inBold().set(signer.addParagraph(), letter.signerName());
  }

  private void annex() {
    if (letter.missing().isEmpty()) {
      return;
    }
    XWPFParagraph title = docx.createParagraph();
    title.setPageBreak(true);
    DocxText.of(CENTER, 14).inBold().set(title, Letter.ANNEX);
    DocxText.of(CENTER, 14).inBold().set(docx.createParagraph(), Letter.ANNEX_TITLE);
    CENTRED.inItalic().spaced(0, 120).set(docx.createParagraph(), letter.annexNote());
    List<List<String>> rows = new ArrayList<>();
    letter.missing().forEach(missing -> rows.add(Letter.annexRow(rows.size() + 1, missing)));
    DocxTable.add(docx, new Grid(Letter.ANNEX_COLUMNS, rows, false));
  }
}
