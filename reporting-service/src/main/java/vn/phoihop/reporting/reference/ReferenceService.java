package vn.phoihop.reporting.reference;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/**
 * Takes published lists in, and has the valid ones at hand: a request reads them without asking the
 * database.
 */
@ApplicationScoped
public class ReferenceService {

  private static final int RETRY_AFTER_SECONDS = 5;

  private final ReferenceRepository repository;
  private final BusinessClock clock;
  private volatile ReferenceLists lists = ReferenceLists.NONE;
  private volatile long seen;
  private volatile LocalDate seenOn = LocalDate.MIN;

  ReferenceService(ReferenceRepository repository, BusinessClock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * Keeps a version of a list, whatever versions are here already; lists that nobody reads here are
   * left out.
   */
  @Transactional
  public void apply(ReferencePublished published) {
    if (ReferenceLists.isRead(published.list())) {
      // A list that cannot be read fails here, where it is put aside, and not at the next refresh.
      ReferenceLists.NONE.with(published.list(), published.version(), published.items().toString());
      repository.add(published);
    }
  }

  /** Whether every list has come. */
  public boolean isComplete() {
    return lists.missing().isEmpty();
  }

  /** The valid lists; 503 where one of those needed has not come yet. */
  public ReferenceLists lists(ReferenceList... needed) {
    ReferenceLists current = lists;
    if (Arrays.stream(needed).anyMatch(current.missing()::contains)) {
      throw ProblemException.unavailable(RETRY_AFTER_SECONDS);
    }
    return current;
  }

  Set<ReferenceList> missing() {
    return lists.missing();
  }

  /**
   * Every instance looks for itself: the event came to one of them. A new day may bring a new
   * version into force.
   */
  @Scheduled(every = "1s")
  @Transactional
  void refresh() {
    LocalDate today = clock.today();
    long count = repository.count();
    if (count == seen && today.equals(seenOn)) {
      return;
    }
    ReferenceLists fresh = ReferenceLists.NONE;
    for (ReferenceRepository.ValidList list : repository.validOn(today)) {
      fresh = fresh.with(list.list(), list.version(), list.items());
    }
    lists = fresh;
    seen = count;
    seenOn = today;
  }
}
