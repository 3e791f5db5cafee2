package vn.phoihop.notification.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;

/** The caller's own feed. */
@ApplicationScoped
class FeedService {

  private final FeedRepository feed;
  private final Cursors cursors;
  private final CurrentCaller callers;

  FeedService(FeedRepository feed, Cursors cursors, CurrentCaller callers) {
    this.feed = feed;
    this.cursors = cursors;
    this.callers = callers;
  }

  @Transactional
  FeedPage page(PageRequest page, FeedFilter filter) {
    Instant since = filter.since();
    if (since != null && page.cursor() != null) {
      throw ProblemException.invalid("query:since", "CURSOR_GIVEN");
    }
    long start =
        since == null
            ? cursors.decodeNumber(page, filter.scope())
            : feed.before(callers.get().party(), since);
    FeedSlice slice = present(start, filter.types(), page.limit(), "query:cursor");
    String next = cursors.encode(Position.of(slice.end()), filter.scope());
    return new FeedPage(slice.items(), next, slice.done());
  }

  /**
   * The number after which a stream begins. What the client has seen last counts more than the
   * address, which stays the same when it comes again.
   */
  @Transactional
  long start(FeedFilter filter, @Nullable String lastSeen) {
    Instant since = filter.since();
    if (lastSeen == null) {
      return since == null ? 0 : feed.before(callers.get().party(), since);
    }
    if (!lastSeen.matches("[0-9]{1,18}")) {
      throw ProblemException.invalid("header:Last-Event-ID", "FORMAT");
    }
    long start = Long.parseLong(lastSeen);
    present(start, filter.types(), 1, "header:Last-Event-ID");
    return start;
  }

  @Transactional
  FeedSlice after(long seq, @Nullable Set<String> types, int limit) {
    return feed.after(callers.get().party(), seq, types, limit);
  }

  /**
   * A place beyond the end is older than the restore of a back-up. Refused, or what comes under the
   * numbers before it would never be seen.
   */
  private FeedSlice present(long start, @Nullable Set<String> types, int limit, String pointer) {
    FeedSlice slice = after(start, types, limit);
    if (start > slice.head()) {
      throw ProblemException.invalid(pointer, "BEYOND_END");
    }
    return slice;
  }
}
