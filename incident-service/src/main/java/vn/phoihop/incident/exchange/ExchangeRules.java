package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.reference.Code;
import vn.phoihop.incident.reference.ReferenceList;
import vn.phoihop.incident.reference.ReferenceLists;
import vn.phoihop.incident.report.Indicator;
import vn.phoihop.incident.report.Indicators;
import vn.phoihop.incident.report.ReportedIndicator;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;

/** What an exchange must keep beyond the form of each field; finds everything at once. */
final class ExchangeRules {

  private ExchangeRules() {}

  /**
   * The indicators, normalised.
   *
   * @param active those of the named enterprises that are active
   * @throws ProblemException 400 with every field that is wrong
   */
  static List<Indicator> check(
      ShareExchange request, Caller by, Set<UUID> active, ReferenceLists lists, Instant now) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    if (request.recipients().isEmpty() && request.sectors().isEmpty()) {
      refusal.field("/recipients", "REQUIRED");
    }
    for (int i = 0; i < request.recipients().size(); i++) {
      String party = request.recipients().get(i);
      if (party.equals(by.party())) {
        refusal.field("/recipients/" + i, "OWN_PARTY");
      } else if (!isKnown(party, active, lists)) {
        refusal.field("/recipients/" + i, "UNKNOWN_RECIPIENT");
      }
    }
    for (int i = 0; i < request.sectors().size(); i++) {
      if (lists.find(ReferenceList.SECTORS, request.sectors().get(i)).isEmpty()) {
        refusal.field("/sectors/" + i, "UNKNOWN_CODE");
      }
    }
    expiry(request.expiresAt(), request.embargoUntil(), now, refusal);
    return indicators(request.indicators(), refusal);
  }

  /** The indicators of a correction, normalised. */
  static List<Indicator> check(CorrectExchange request) {
    return indicators(request.indicators(), ProblemException.of(CommonProblem.INVALID));
  }

  private static List<Indicator> indicators(
      List<ReportedIndicator> sent, ProblemException refusal) {
    List<Indicator> indicators = Indicators.normalise(sent, refusal);
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
    return indicators;
  }

  private static boolean isKnown(String party, Set<UUID> active, ReferenceLists lists) {
    return TlpLimits.isEnterprise(party)
        ? active.contains(UUID.fromString(party))
        : party.equals(Caller.DEPARTMENT_PARTY)
            || lists.find(ReferenceList.AUTHORITIES, party).filter(Code::isAgency).isPresent();
  }

  private static void expiry(
      @Nullable Instant expiresAt,
      @Nullable Instant embargoUntil,
      Instant now,
      ProblemException refusal) {
    if (expiresAt == null) {
      return;
    }
    if (!expiresAt.isAfter(now)) {
      refusal.field("/expiresAt", "PAST");
    } else if (embargoUntil != null && !expiresAt.isAfter(embargoUntil)) {
      refusal.field("/expiresAt", "ORDER");
    }
  }
}
