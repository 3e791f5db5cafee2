package vn.phoihop.reporting.consolidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.reporting.document.DocumentContent;
import vn.phoihop.reporting.document.DocumentContent.Missing;
import vn.phoihop.reporting.document.DocumentContent.Names;
import vn.phoihop.reporting.document.DocumentContent.Section;
import vn.phoihop.reporting.document.DocumentContent.Signing;
import vn.phoihop.reporting.document.DocumentFormat;
import vn.phoihop.reporting.figure.Period;
import vn.phoihop.reporting.report.OwedReport.Why;

/** What a document says: only what was frozen and signed, so that it is always the same. */
@ApplicationScoped
class ConsolidatedDocumentService {

  private final ConsolidatedReportRepository reports;
  private final ConsolidatedReportReadRepository reading;
  private final Audit audit;
  private final String place;

  ConsolidatedDocumentService(
      ConsolidatedReportRepository reports,
      ConsolidatedReportReadRepository reading,
      Audit audit,
      @ConfigProperty(name = "phoihop.document.place") String place) {
    this.reports = reports;
    this.reading = reading;
    this.audit = audit;
    this.place = place;
  }

  @Transactional
  DocumentRequest document(UUID id, DocumentFormat format) {
    ConsolidatedReport report =
        reports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    report.state().requireFrozen("document");
    FrozenContent content = reading.content(id).orElseThrow(ProblemException::notFound);
    SignConsolidatedReport signature = reading.signature(id).orElse(null);
    // A signed one has a person's name.
    audit.record("consolidated_report.read", "consolidated_report", id, report.sequence());
    return new DocumentRequest(
        format,
        content(report, content, signature),
        format == DocumentFormat.XLSX ? reading.sources(id) : List.of());
  }

  private DocumentContent content(
      ConsolidatedReport report,
      FrozenContent content,
      @Nullable SignConsolidatedReport signature) {
    var written =
        reading.sections(report.id()).orElse(List.of()).stream()
            .collect(Collectors.toMap(SectionText::code, SectionText::text));
    Names names = reading.namesWhenSigned(report.id()).orElse(content.wording().names());
    return new DocumentContent(
        Period.parse(report.period()),
        report.number(),
        Objects.requireNonNull(report.frozenAt()),
        place,
        names,
        content.wording().labels(),
        content.figures(),
        content.totals(),
        content.wording().sections().stream()
            .map(code -> new Section(code, written.getOrDefault(code, "")))
            .toList(),
        Objects.requireNonNull(report.included()),
        content.missing().stream()
            .map(missing -> new Missing(missing.name(), missing.why() == Why.NOT_ACCEPTED))
            .toList(),
        Objects.requireNonNull(report.snapshot()),
        signature == null
            ? null
            : new Signing(
                signature.number(),
                signature.date(),
                signature.signer().name(),
                signature.signer().title()));
  }
}
