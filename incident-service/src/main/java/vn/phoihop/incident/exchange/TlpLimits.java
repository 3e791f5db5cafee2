package vn.phoihop.incident.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.incident.incident.IncidentReference;
import vn.phoihop.incident.report.Tlp;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.problem.ProblemException;

/**
 * How far each marking lets an exchange go (FIRST TLP 2.0; domain.md §7). Each allows what the
 * stricter ones do, and more:
 *
 * <ul>
 *   <li>CLEAR, GREEN: whoever is on the platform, by name or by sector; the Department reads it.
 *   <li>AMBER: who needs to know is named; a sector is not a name.
 *   <li>AMBER_STRICT: what stays within the organisations that get it. An agency's work is to pass
 *       a case on, so it gets none; the Department only where it is named.
 *   <li>RED: for the eyes of persons. At most {@link #MOST_RED} organisations, and no machine is
 *       given the content: not by reading it, and so not by any feed.
 * </ul>
 */
final class TlpLimits {

  static final int MOST_RED = 5;

  private TlpLimits() {}

  /**
   * Refuses what is wider than the marking, naming each recipient or sector that is too many.
   *
   * @param incident the one behind it: only who reported it may mark it wider than it was
   */
  static void check(
      Tlp tlp,
      List<String> recipients,
      List<String> sectors,
      Caller by,
      @Nullable IncidentReference incident) {
    ProblemException refusal = ProblemException.of(ExchangeProblem.WIDER_THAN_TLP, tlp);
    if (!isShared(tlp) && !sectors.isEmpty()) {
      refusal.field("/sectors", "NAMED_ONLY", tlp);
    }
    if (staysInside(tlp)) {
      for (int i = 0; i < recipients.size(); i++) {
        if (isAgency(recipients.get(i))) {
          refusal.field("/recipients/" + i, "NO_AGENCY", tlp);
        }
      }
    }
    if (tlp == Tlp.RED && recipients.size() > MOST_RED) {
      refusal.field("/recipients", "TOO_MANY_RED", MOST_RED);
    }
    if (incident != null
        && tlp.compareTo(incident.tlp()) > 0
        && !incident.enterpriseId().toString().equals(by.party())) {
      refusal.field("/tlp", "WIDER_THAN_INCIDENT", incident.tlp());
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }

  /** Whether the Department reads it without being named. */
  static boolean isShared(Tlp tlp) {
    return tlp == Tlp.GREEN || tlp == Tlp.CLEAR;
  }

  /** Whether the content is withheld from this reader, who is not its owner. */
  static boolean isWithheld(Tlp tlp, Caller reader) {
    return tlp == Tlp.RED && reader.isMachine();
  }

  private static boolean staysInside(Tlp tlp) {
    return tlp == Tlp.AMBER_STRICT || tlp == Tlp.RED;
  }

  private static boolean isAgency(String party) {
    return !party.equals(Caller.DEPARTMENT_PARTY) && !isEnterprise(party);
  }

  /** An enterprise's party is its id, in the one spelling of it. */
  static boolean isEnterprise(String party) {
    try {
      return UUID.fromString(party).toString().equals(party);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
