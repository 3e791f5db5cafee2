package vn.phoihop.platform.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionTest {

  enum Door {
    OPEN,
    SHUT,
    LOCKED
  }

  enum Move implements Transition<Door> {
    SHUT("shut", Set.of(Door.OPEN), Door.SHUT),
    OPEN("open", Set.of(Door.SHUT), Door.OPEN),
    LOCK("lock", Set.of(Door.SHUT), Door.LOCKED);

    private final String verb;
    private final Set<Door> from;
    private final Door to;

    Move(String verb, Set<Door> from, Door to) {
      this.verb = verb;
      this.from = from;
      this.to = to;
    }

    @Override
    public String verb() {
      return verb;
    }

    @Override
    public Set<Door> from() {
      return from;
    }

    @Override
    public Door to() {
      return to;
    }

    @Override
    public Set<String> sides() {
      return Set.of();
    }
  }

  @Test
  void a_move_that_starts_here_leads_there() {
    assertEquals(Door.LOCKED, Move.LOCK.apply(Door.SHUT));
  }

  @Test
  void a_forbidden_move_says_what_is_allowed() {
    ForbiddenTransition refused =
        assertThrows(ForbiddenTransition.class, () -> Move.SHUT.apply(Door.SHUT));
    assertEquals("SHUT", refused.state());
    assertEquals(List.of("lock", "open"), refused.allowed());
    assertEquals(
        List.of(),
        assertThrows(ForbiddenTransition.class, () -> Move.LOCK.apply(Door.LOCKED)).allowed());
  }
}
