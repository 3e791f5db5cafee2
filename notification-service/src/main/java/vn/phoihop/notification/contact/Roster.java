package vn.phoihop.notification.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an enterprise has named, as of today.
 *
 * @param enterprise what it is called; null where nobody has said
 * @param persons those in office, the primary before the deputies, of two the newer first
 */
public record Roster(@Nullable String enterprise, List<Recipient> persons) {

  public Roster {
    persons = List.copyOf(persons);
  }

  /** The primary, else a deputy. */
  public Optional<Recipient> liaison() {
    return persons.stream().filter(person -> person.role() != ContactRole.LEADER).findFirst();
  }

  /** A deputy who does not stand in for the primary already. */
  public Optional<Recipient> deputy() {
    return persons.stream()
        .filter(person -> person.role() == ContactRole.DEPUTY)
        .filter(person -> !liaison().equals(Optional.of(person)))
        .findFirst();
  }

  public Optional<Recipient> leader() {
    return persons.stream().filter(person -> person.role() == ContactRole.LEADER).findFirst();
  }

  public Optional<Recipient> person(UUID id) {
    return persons.stream().filter(person -> person.personId().equals(id)).findFirst();
  }
}
