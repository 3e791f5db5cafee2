package vn.phoihop.platform.note;

import java.util.Set;
import vn.phoihop.platform.state.Transition;

enum NoteState {
  OPEN,
  CLOSED;

  enum Move implements Transition<NoteState> {
    CLOSE {
      @Override
      public Set<NoteState> from() {
        return Set.of(OPEN);
      }

      @Override
      public NoteState to() {
        return CLOSED;
      }

      @Override
      public String verb() {
        return "close";
      }
    },
    REOPEN {
      @Override
      public Set<NoteState> from() {
        return Set.of(CLOSED);
      }

      @Override
      public NoteState to() {
        return OPEN;
      }

      @Override
      public String verb() {
        return "reopen";
      }
    };

    @Override
    public Set<String> sides() {
      return Set.of("enterprise");
    }
  }
}
