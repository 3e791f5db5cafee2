package vn.phoihop.reporting.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Tinos, as wide as Times New Roman: embedded once in a document, with the glyphs that it uses. */
record TinosFonts(PDFont regular, PDFont bold, PDFont italic, PDFont boldItalic) {

  static final String FAMILY = "Tinos";

  static TinosFonts in(PDDocument pdf) throws IOException {
    return new TinosFonts(
        load(pdf, "Regular"), load(pdf, "Bold"), load(pdf, "Italic"), load(pdf, "BoldItalic"));
  }

  private static PDFont load(PDDocument pdf, String style) throws IOException {
    try (InputStream file = Resources.open("fonts/Tinos-" + style + ".ttf")) {
      TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file));
      // Ligatures would cost most of the time, and are not what a search for a word looks for.
      font.setEnableGsub(false);
      return PDType0Font.load(pdf, font, true);
    }
  }

  void addTo(PdfRendererBuilder builder) {
    builder
        .useFont(new PDFontSupplier(regular), FAMILY, 400, FontStyle.NORMAL, true)
        .useFont(new PDFontSupplier(bold), FAMILY, 700, FontStyle.NORMAL, true)
        .useFont(new PDFontSupplier(italic), FAMILY, 400, FontStyle.ITALIC, true)
        .useFont(new PDFontSupplier(boldItalic), FAMILY, 700, FontStyle.ITALIC, true);
  }
}
