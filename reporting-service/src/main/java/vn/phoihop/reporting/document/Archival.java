package vn.phoihop.reporting.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a PDF one for the archive (PDF/A-1b), and the same bytes each time. */
final class Archival {

  private static final String SRGB = "sRGB IEC61966-2.1";
  private static final String PRODUCER = "Phối Hợp";

  private Archival() {}

  /** Says the same of itself in both places where a PDF says it, and means sRGB by its colours. */
  static void complete(PDDocument pdf, String title, String author, Instant at, long seed)
      throws IOException {
    Calendar created = GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC));
    created.set(Calendar.MILLISECOND, 0);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setAuthor(author);
    information.setProducer(PRODUCER);
    information.setCreationDate(created);
    pdf.setDocumentInformation(information);
    PDMetadata metadata = new PDMetadata(pdf);
    metadata.importXMPMetadata(xmp(title, author, created));
    pdf.getDocumentCatalog().setMetadata(metadata);
    pdf.getDocumentCatalog().setOutputIntents(List.of(srgb(pdf)));
    // Otherwise made of the time of day.
    pdf.setDocumentId(seed);
  }

  private static byte[] xmp(String title, String author, Calendar created) throws IOException {
    XMPMetadata xmp = XMPMetadata.createXMPMetadata();
    PDFAIdentificationSchema identification = xmp.createAndAddPDFAIdentificationSchema();
    identification.setPart(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      identification.setConformance("B");
      xmp.createAndAddDublinCoreSchema().setTitle(title);
      xmp.getDublinCoreSchema().addCreator(author);
      xmp.createAndAddXMPBasicSchema().setCreateDate(created);
      xmp.createAndAddAdobePDFSchema().setProducer(PRODUCER);
      new XmpSerializer().serialize(xmp, out, true);
    } catch (BadFieldValueException | TransformerException e) {
      throw new IOException(e);
    }
    return out.toByteArray();
  }

  private static PDOutputIntent srgb(PDDocument pdf) throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
    intent.setInfo(SRGB);
    intent.setOutputCondition(SRGB);
    intent.setOutputConditionIdentifier(SRGB);
    intent.setRegistryName("http://www.color.org");
    return intent;
  }
}
