package vn.phoihop.notification.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.phoihop.notification.preference.PreferenceService;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.time.BusinessClock;

/** Called as SYSTEM alone: for any other party the contacts are not there. */
@ApplicationScoped
public class ContactService {

  private final ContactRepository contacts;
  private final PreferenceService preferences;
  private final BusinessClock clock;

  ContactService(ContactRepository contacts, PreferenceService preferences, BusinessClock clock) {
    this.contacts = contacts;
    this.preferences = preferences;
    this.clock = clock;
  }

  @Transactional
  void take(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() == null) {
        UUID person = UUID.fromString(event.key());
        contacts.erase(person);
        preferences.erase(person);
      } else if (event.type().equals("contact.changed")) {
        ContactChanged contact = event.as(ContactChanged.class);
        contacts.put(contact);
        preferences.open(contact.personId(), contact.party());
      }
    }
  }

  /** Whether events of the type say what an enterprise is called. */
  public boolean hears(String eventType) {
    return eventType.startsWith("enterprise.");
  }

  /** Keeps what enterprises are called. */
  @Transactional
  public void learnNames(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() != null && hears(event.type())) {
        contacts.name(event.as(EnterpriseNamed.class));
      }
    }
  }

  @Transactional
  public Roster roster(UUID enterpriseId) {
    return contacts.roster(enterpriseId, clock.today());
  }

  /** A mail to the person was refused for good; true where the last one was not. */
  @Transactional
  public boolean failed(UUID personId, String reason) {
    return contacts.mark(personId, reason, clock.now());
  }

  /** A mail to the person was taken; true where the last one was refused. */
  @Transactional
  public boolean reached(UUID personId) {
    return contacts.clear(personId);
  }
}
