package vn.phoihop.reporting.document;

/** What a document can be had as. */
public enum DocumentFormat {
  DOCX(DocumentFormat.DOCX_TYPE),
  XLSX(DocumentFormat.XLSX_TYPE),
  PDF(DocumentFormat.PDF_TYPE);

  public static final String DOCX_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  public static final String PDF_TYPE = "application/pdf";

  private final String mediaType;

  DocumentFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }
}
