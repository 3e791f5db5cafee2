package vn.phoihop.notification.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.time.BusinessClock;

/** Called as SYSTEM alone: for any other party the contacts are not there. */
@ApplicationScoped
public class ContactService {

  private final ContactRepository contacts;
  private final BusinessClock clock;

  ContactService(ContactRepository contacts, BusinessClock clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  @Transactional
  void take(List<ReceivedEvent> events) {
    for (ReceivedEvent event : events) {
      if (event.data() == null) {
        contacts.erase(UUID.fromString(event.key()));
      } else if (event.type().equals("contact.changed")) {
        contacts.put(event.as(ContactChanged.class));
      }
    }
  }

  /** The enterprise's primary liaison of today, else a deputy. */
  @Transactional
  public Optional<Recipient> liaison(UUID enterpriseId) {
    return contacts.liaison(enterpriseId.toString(), clock.today());
  }

  @Transactional
  public Optional<Recipient> leader(UUID enterpriseId) {
    return contacts.leader(enterpriseId.toString(), clock.today());
  }
}
