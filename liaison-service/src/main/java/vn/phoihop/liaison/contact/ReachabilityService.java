package vn.phoihop.liaison.contact;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.inbox.ReceivedEvent;

/** To whom mail does not arrive, as notification-service finds out. */
@Singleton
@Transactional
public class ReachabilityService {

  private static final String SCOPE = "unreachable contacts";

  private final ReachabilityRepository contacts;
  private final CurrentCaller callers;
  private final Cursors cursors;

  ReachabilityService(ReachabilityRepository contacts, CurrentCaller callers, Cursors cursors) {
    this.contacts = contacts;
    this.callers = callers;
    this.cursors = cursors;
  }

  void take(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() != null && event.type().startsWith("contact.")) {
        ReachabilityChanged change = event.as(ReachabilityChanged.class);
        if (change.isAboutAnAddress()) {
          contacts.put(change);
        }
      }
    }
  }

  /**
   * Since when mail to the person does not arrive; null where it does, or the caller may not see.
   */
  public @Nullable ContactFailure failureOf(UUID personId) {
    UnreachableContactView found = contacts.find(personId);
    return found == null ? null : new ContactFailure(found.reason(), found.since());
  }

  Page<UnreachableContactView> page(PageRequest page) {
    Position after = cursors.decode(page, SCOPE);
    Caller caller = callers.get();
    return cursors.page(
        contacts.page(caller.isDepartment() ? null : caller.party(), after, page.limit() + 1),
        page,
        SCOPE,
        row -> new Position(row.since(), row.personId()));
  }
}
