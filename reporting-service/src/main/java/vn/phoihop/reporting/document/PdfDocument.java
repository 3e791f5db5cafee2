package vn.phoihop.reporting.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.phoihop.reporting.document.Block.Grid;
import vn.phoihop.reporting.document.DocumentContent.Missing;

/** Sets the letter as PDF/A-1b: HTML pages, laid out on A4 with Tinos embedded. */
final class PdfDocument {

  /** An annex of thousands of rows is laid out piece by piece: a layout holds all of its boxes. */
  static final int PIECE = 400;

  private final Engine engine =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of("text/html")))
          .build();

  private final RawString style = new RawString(Resources.text("style.css"));

  PdfDocument() {
    for (String page : List.of("letter", "annex", "grid")) {
      engine.putTemplate(
          page,
          engine.parse(Resources.text(page + ".html"), Variant.forContentType("text/html"), page));
    }
  }

  void write(DocumentContent content, OutputStream out) throws IOException {
    Letter letter = Letter.of(content);
    try (PDDocument pdf = new PDDocument()) {
      TinosFonts fonts = TinosFonts.in(pdf);
      lay(
          pdf,
          fonts,
          "letter",
          Map.of(
              "letter",
              letter,
              "style",
              style,
              "state",
              Letter.STATE,
              "motto",
              Letter.MOTTO,
              "kind",
              Letter.KIND));
      for (int from = 0; from < letter.missing().size(); from += PIECE) {
        lay(
            pdf,
            fonts,
            "annex",
            Map.of(
                "kind",
                Letter.ANNEX,
                "title",
                Letter.ANNEX_TITLE,
                "note",
                from == 0 ? letter.annexNote() : "",
                "grid",
                annex(letter.missing(), from),
                "style",
                style));
      }
      Archival.complete(
          pdf, letter.subject(), letter.author(), content.at(), content.snapshot().hashCode());
      // PDF/A-1 knows no compressed object streams.
      pdf.save(out, CompressParameters.NO_COMPRESSION);
    }
  }

  private static Grid annex(List<Missing> missing, int from) {
    return new Grid(
        Letter.ANNEX_COLUMNS,
        IntStream.range(from, Math.min(from + PIECE, missing.size()))
            .mapToObj(n -> Letter.annexRow(n + 1, missing.get(n)))
            .toList(),
        false);
  }

  /** Adds the pages of a template's HTML, numbered on. */
  private void lay(PDDocument pdf, TinosFonts fonts, String page, Map<String, Object> data)
      throws IOException {
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePDDocument(pdf)
            .usePdfAConformance(PdfAConformance.PDFA_1_B)
            .useInitialPageNumber(pdf.getNumberOfPages() + 1)
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .withHtmlContent(engine.getTemplate(page).data(data).render(), null);
    fonts.addTo(builder);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
    }
  }
}
