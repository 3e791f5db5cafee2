package vn.phoihop.notification.email;

import java.util.Optional;
import vn.phoihop.notification.contact.Recipient;
import vn.phoihop.notification.contact.Roster;

/** Who gets the notice; who that is at the moment is looked up when it is sent. */
public enum Addressee {
  /** The enterprise's primary liaison, else a deputy. */
  LIAISON,
  /** A deputy who does not stand in for the primary. */
  DEPUTY,
  LEADER,
  /** The Department's duty desk. */
  DEPARTMENT,
  /** The duty desk of another authority. */
  DESK,
  /** One person by its id: the digest of what it is told once a day. */
  PERSON;

  /** Not a person of an enterprise, but an address that the operator has set. */
  boolean isDesk() {
    return this == DEPARTMENT || this == DESK;
  }

  Optional<Recipient> in(Roster roster, Notice notice) {
    return switch (this) {
      case LIAISON -> roster.liaison();
      case DEPUTY -> roster.deputy();
      case LEADER -> roster.leader();
      case DEPARTMENT, DESK -> Optional.empty();
      case PERSON -> Optional.ofNullable(notice.personId()).flatMap(roster::person);
    };
  }
}
