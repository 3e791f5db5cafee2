package vn.phoihop.incident.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.outbox.DomainEvent;

/** What happened to a measure. */
sealed interface MeasureEvent extends DomainEvent {

  Facts facts();

  /** It is in force. */
  record Started(@JsonUnwrapped Facts facts) implements MeasureEvent {
    @Override
    public String type() {
      return "measure.started";
    }
  }

  /** It is over: ended with its effect, or reversed as a false positive, which has none. */
  record Ended(@JsonUnwrapped Facts facts) implements MeasureEvent {
    @Override
    public String type() {
      return "measure.ended";
    }
  }

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
      List<String> audience) {

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

  @Override
  default UUID id() {
    return facts().id();
  }

  @Override
  default UUID enterpriseId() {
    return facts().enterpriseId();
  }

  @Override
  default long version() {
    return facts().version();
  }

  @Override
  default long sequence() {
    return facts().sequence();
  }

  @Override
  default String state() {
    return facts().state();
  }

  @Override
  default String tlp() {
    return facts().tlp();
  }

  @Override
  default Instant occurredAt() {
    return facts().occurredAt();
  }

  @Override
  default List<String> audience() {
    return facts().audience();
  }
}
