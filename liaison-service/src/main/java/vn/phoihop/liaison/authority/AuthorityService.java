package vn.phoihop.liaison.authority;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.reference.ReferenceService;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** Authorities are a reference list; here they are read as of a day. */
@Singleton
@Transactional
class AuthorityService {

  private final ReferenceService reference;
  private final BusinessClock clock;

  AuthorityService(ReferenceService reference, BusinessClock clock) {
    this.reference = reference;
    this.clock = clock;
  }

  List<AuthorityView> all(@Nullable String asOf) {
    LocalDate day = asOf == null ? clock.today() : day(asOf);
    return StreamSupport.stream(reference.current("AUTHORITIES").items().spliterator(), false)
        .map(item -> AuthorityView.of(item, day))
        .toList();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("query:asOf", "FORMAT");
    }
  }
}
