package vn.phoihop.incident.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.IncidentReadService;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** Puts together what a caller may read of a request. */
@ApplicationScoped
class RequestViews {

  private final RequestReadRepository reading;
  private final IncidentReadService incidents;
  private final RequestSettings settings;
  private final BusinessClock clock;

  RequestViews(
      RequestReadRepository reading,
      IncidentReadService incidents,
      RequestSettings settings,
      BusinessClock clock) {
    this.reading = reading;
    this.incidents = incidents;
    this.settings = settings;
    this.clock = clock;
  }

  RequestView of(InformationRequest request, Caller caller) {
    RequestHeader header =
        RequestHeader.of(
            request,
            reading.enterpriseName(request.asked().enterpriseId()).orElse(null),
            new RequestLights(clock.now(), settings));
    if (!request.isReadBy(caller)) {
      return new RequestView(header, request.sequence(), null, null);
    }
    List<RequestHistoryView> dialogue =
        reading.history(request.id()).stream()
            .map(RequestHistoryView::of)
            .filter(line -> line.remark() != null)
            .toList();
    return new RequestView(
        header, request.sequence(), asked(request, dialogue), course(request, dialogue));
  }

  private AskedView asked(InformationRequest request, List<RequestHistoryView> dialogue) {
    AskInformation asked =
        reading
            .content(request.id(), request.version())
            .orElseThrow(ProblemException::notFound)
            .asked();
    UUID incident = asked.incidentId();
    return AskedView.of(
        request.version(),
        asked,
        asked.document() != null ? asked.document() : followed(dialogue),
        incident != null && incidents.isVisible(incident) ? incident : null,
        RequestWarning.of(asked, settings.broadDays(), clock.today()));
  }

  private CourseView course(InformationRequest request, List<RequestHistoryView> dialogue) {
    return CourseView.of(
        request,
        reading.answer(request.id(), request.progress().answers()).orElse(null),
        reading.stops(request.id()),
        dialogue);
  }

  private static @Nullable PaperDocument followed(List<RequestHistoryView> dialogue) {
    return dialogue.stream()
        .map(RequestHistoryView::remark)
        .filter(Objects::nonNull)
        .map(Remark::document)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
