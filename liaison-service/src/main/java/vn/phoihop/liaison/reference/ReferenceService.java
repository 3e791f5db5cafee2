package vn.phoihop.liaison.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;

/** The lists: read, checked against, published anew. */
@Singleton
@Transactional
public class ReferenceService {

  private final ReferenceRepository lists;
  private final ReferenceSchema schema;
  private final Cursors cursors;
  private final Outbox outbox;
  private final BusinessClock clock;
  private final ObjectMapper json;

  ReferenceService(
      ReferenceRepository lists,
      ReferenceSchema schema,
      Cursors cursors,
      Outbox outbox,
      BusinessClock clock,
      ObjectMapper json) {
    this.lists = lists;
    this.schema = schema;
    this.cursors = cursors;
    this.outbox = outbox;
    this.clock = clock;
    this.json = json;
  }

  /** The list as published last; 404 where there is none of this name. */
  public ReferenceList current(String list) {
    ReferenceList current = lists.current(list);
    if (current == null) {
      throw ProblemException.notFound();
    }
    return current;
  }

  /** 400 with {@code pointer/i} for each code that the list does not have. */
  public void requireCodes(String list, List<String> codes, String pointer) {
    Set<String> known = new HashSet<>(current(list).codes());
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    for (int i = 0; i < codes.size(); i++) {
      if (!known.contains(codes.get(i))) {
        refusal.field(pointer + "/" + i, "UNKNOWN_CODE");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }

  Page<ReferenceSummary> page(PageRequest page) {
    return cursors.pageOf(lists.all(), page, "reference", ReferenceSummary::list);
  }

  ReferenceView read(String list) {
    return ReferenceView.of(current(list));
  }

  ReferenceView publish(String list, PublishList form, @Nullable IfMatch ifMatch) {
    ReferenceList current = current(list);
    IfMatch.require(ifMatch, current.version());
    JsonNode items = json.valueToTree(form.items());
    ReferenceList next =
        new ReferenceList(
            list, current.version() + 1, current.id(), form.validFrom(), items, clock.now());
    requireSound(next);
    lists.add(next);
    outbox.append(next.published());
    return ReferenceView.of(next);
  }

  private void requireSound(ReferenceList next) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    schema.faults(next.published()).forEach(pointer -> refusal.field(pointer, "FORMAT"));
    Set<String> seen = new HashSet<>();
    List<String> codes = next.codes();
    for (int i = 0; i < codes.size(); i++) {
      if (!seen.add(codes.get(i))) {
        refusal.field("/items/" + i, "DUPLICATE_ITEM");
      }
    }
    if (!refusal.errors().isEmpty()) {
      throw refusal;
    }
  }
}
