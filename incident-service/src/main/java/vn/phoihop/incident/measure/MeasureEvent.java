package vn.phoihop.incident.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.EventFacts;
import vn.phoihop.platform.outbox.FamilyEvent;

/** What happened to a measure. */
sealed interface MeasureEvent extends FamilyEvent {

  @Override
  Facts facts();

  @Override
  default String family() {
    return "measure";
  }

  /** It is in force. */
  record Started(@JsonUnwrapped Facts facts) implements MeasureEvent {}

  /** It is over: ended with its effect, or reversed as a false positive, which has none. */
  record Ended(@JsonUnwrapped Facts facts) implements MeasureEvent {}

  /** What both carry (docs/events/shared/measure.v1.schema.json): no target, no note. */
  record Facts(
      UUID id,
      UUID enterpriseId,
      @JsonProperty("type") String measureType,
      @Nullable UUID incidentId,
      Instant startedAt,
      @Nullable Instant endedAt,
      boolean reversed,
      @Nullable Effect effect,
      String state,
      long version,
      long sequence,
      String tlp,
      Instant occurredAt,
      List<String> audience)
      implements EventFacts {

    static Facts of(Measure measure, Instant at) {
      return new Facts(
          measure.id(),
          measure.enterpriseId(),
          measure.type(),
          measure.incidentId(),
          measure.startedAt(),
          measure.endedAt(),
          measure.state() == MeasureState.REVERSED,
          measure.effect(),
          measure.state().name(),
          measure.sequence(),
          measure.sequence(),
          measure.tlp().name(),
          at,
          measure.audience());
    }
  }
}
