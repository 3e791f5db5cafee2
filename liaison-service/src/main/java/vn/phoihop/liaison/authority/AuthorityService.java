package vn.phoihop.liaison.authority;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phoihop.liaison.reference.ReferenceService;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** Authorities are a reference list; here they are read as of a day. */
@Singleton
@Transactional
class AuthorityService {

  private final ReferenceService reference;
  private final Cursors cursors;
  private final BusinessClock clock;

  AuthorityService(ReferenceService reference, Cursors cursors, BusinessClock clock) {
    this.reference = reference;
    this.cursors = cursors;
    this.clock = clock;
  }

  Page<AuthorityView> page(@Nullable String asOf, PageRequest page) {
    LocalDate day = asOf == null ? clock.today() : day(asOf);
    List<AuthorityView> authorities =
        StreamSupport.stream(reference.current("AUTHORITIES").items().spliterator(), false)
            .map(item -> AuthorityView.of(item, day))
            .toList();
    return cursors.pageOf(authorities, page, "authorities?asOf=" + asOf, AuthorityView::code);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("query:asOf", "FORMAT");
    }
  }
}
