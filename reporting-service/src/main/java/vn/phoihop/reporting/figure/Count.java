package vn.phoihop.reporting.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * What is counted. The first six exist for each violation type and in total, the others in total.
 */
public enum Count {
  DETECTED("detected"),
  REPORTED("reported"),
  HANDLED("handled"),
  TRANSFERRED("transferred"),
  DAMAGE_VND("damageVnd"),
  PREVENTED_VND("preventedVnd"),
  REQUESTS_RECEIVED("requestsReceived"),
  ANSWERED("answered"),
  ANSWERED_ON_TIME("answeredOnTime"),
  PARTIAL("partial"),
  REFUSED("refused"),
  MEASURES("measures"),
  EXCHANGES_SENT("exchangesSent"),
  EXCHANGES_RECEIVED("exchangesReceived");

  /** Those that a violation type has. */
  public static final List<Count> OF_CASES =
      List.of(DETECTED, REPORTED, HANDLED, TRANSFERRED, DAMAGE_VND, PREVENTED_VND);

  private final String member;

  Count(String member) {
    this.member = member;
  }

  /** Its name in JSON, written and read. */
  @JsonValue
  public String member() {
    return member;
  }
}
