package vn.phoihop.notification.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.audit.Audit;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;

/** What a person, or the machine of its enterprise for it, may choose; and what was chosen. */
@ApplicationScoped
public class PreferenceService {

  private final PreferenceRepository preferences;
  private final CurrentCaller callers;
  private final Audit audit;
  private final Event<QuietHoursChanged> changes;

  PreferenceService(
      PreferenceRepository preferences,
      CurrentCaller callers,
      Audit audit,
      Event<QuietHoursChanged> changes) {
    this.preferences = preferences;
    this.callers = callers;
    this.audit = audit;
    this.changes = changes;
  }

  /** A person is known from now on: there are preferences to be read and changed. */
  @Transactional
  public void open(UUID personId, String party) {
    preferences.open(personId, party);
  }

  @Transactional
  public void erase(UUID personId) {
    preferences.erase(personId);
  }

  /** What the person has chosen, for who writes to it. */
  @Transactional
  public Preference of(UUID personId) {
    return preferences.find(personId, false).orElseGet(() -> Preference.none(personId));
  }

  @Transactional
  PreferenceView read(UUID personId) {
    requireOwn(personId);
    Preference preference =
        preferences.find(personId, false).orElseThrow(ProblemException::notFound);
    audit.record("preference.read", "preference", personId, preference.sequence());
    return PreferenceView.of(preference);
  }

  @Transactional
  PreferenceView change(UUID personId, @Nullable IfMatch ifMatch, ChangePreference form) {
    requireOwn(personId);
    Preference before = preferences.find(personId, true).orElseThrow(ProblemException::notFound);
    IfMatch.require(ifMatch, before.sequence());
    requireAllowed(form);
    Preference preference =
        new Preference(
            personId,
            form.language(),
            form.told(Telling.DAILY_DIGEST),
            form.told(Telling.MUTED),
            form.quietHours(),
            before.sequence() + 1);
    preferences.save(preference);
    if (!Objects.equals(before.quietHours(), preference.quietHours())) {
      changes.fire(new QuietHoursChanged(personId));
    }
    audit.record("preference.changed", "preference", personId, preference.sequence());
    return PreferenceView.of(preference);
  }

  /** A person its own, a machine those of its enterprise's people: the policies know them. */
  private void requireOwn(UUID personId) {
    Caller caller = callers.get();
    if (!caller.isMachine() && !personId.equals(caller.person())) {
      throw ProblemException.notFound();
    }
  }

  private static void requireAllowed(ChangePreference form) {
    for (NoticeClass each : NoticeClass.values()) {
      Telling how = form.classes().get(each);
      if (each.isMandatory() && how != null && how != Telling.AT_ONCE) {
        throw ProblemException.invalid("/classes/" + each, "MANDATORY_CLASS");
      }
    }
    QuietHours quiet = form.quietHours();
    if (quiet != null && quiet.from().equals(quiet.to())) {
      throw ProblemException.invalid("/quietHours/to", "QUIET_ALL_DAY");
    }
    if (quiet != null && quiet.lastsTooLong()) {
      throw ProblemException.invalid("/quietHours/to", "QUIET_TOO_LONG");
    }
  }
}
