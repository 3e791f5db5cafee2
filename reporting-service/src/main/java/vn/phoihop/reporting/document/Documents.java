package vn.phoihop.reporting.document;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phoihop.reporting.document.DocumentContent.Source;

/** Makes documents, one at a time: what they take of the memory does not grow with who asks. */
@Singleton
public class Documents {

  private @Nullable PdfDocument pdf;

  /**
   * The whole file.
   *
   * @param sources of the spreadsheet; the other formats do not read them
   */
  public synchronized byte[] make(
      DocumentFormat format, DocumentContent content, List<Source> sources) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      switch (format) {
        case PDF -> pdf().write(content, out);
        case DOCX -> DocxDocument.write(content, out);
        case XLSX -> XlsxDocument.write(content, sources, out);
      }
      return format == DocumentFormat.PDF ? out.toByteArray() : StableZip.of(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Templates and libraries are loaded when they are first needed. */
  private PdfDocument pdf() {
    if (pdf == null) {
      pdf = new PdfDocument();
    }
    return pdf;
  }
}
