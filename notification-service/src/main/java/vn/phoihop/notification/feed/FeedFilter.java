package vn.phoihop.notification.feed;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.subscription.EventTypes;
import vn.phoihop.platform.problem.ProblemException;

/** Which events are asked for, and from when on. */
class FeedFilter {

  @QueryParam("eventTypes")
  @Parameter(
      description = "only events of these types, comma-separated; all if absent",
      style = ParameterStyle.FORM,
      explode = Explode.FALSE,
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
  @Nullable List<String> eventTypes;

  @QueryParam("since")
  @Parameter(
      description =
          "where to begin without a cursor: with what came into the feed at this time or later",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String since;

  /** Null: every type. */
  @Nullable Set<String> types() {
    if (eventTypes == null || eventTypes.isEmpty()) {
      return null;
    }
    Set<String> types = new TreeSet<>();
    for (String text : eventTypes) {
      for (String type : text.split(",", -1)) {
        if (!EventTypes.isKnown(type)) {
          throw ProblemException.invalid("query:eventTypes", "UNKNOWN_EVENT_TYPE");
        }
        types.add(type);
      }
    }
    return types;
  }

  @Nullable Instant since() {
    if (since == null) {
      return null;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(since);
      if (time.getYear() < 1900 || time.getYear() > 9999) {
        throw ProblemException.invalid("query:since", "OUT_OF_RANGE");
      }
      return time.toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.invalid("query:since", "FORMAT");
    }
  }

  /** Binds a cursor to the types that it was made for. */
  String scope() {
    return "feed?" + types();
  }
}
