package vn.phoihop.platform.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.outbox.DomainEvent;

record NoteEvent(
    UUID id,
    UUID enterpriseId,
    String state,
    long version,
    long sequence,
    String tlp,
    Instant occurredAt,
    List<String> audience,
    boolean poison)
    implements DomainEvent {

  @Override
  public String type() {
    return state.equals("OPEN") ? "note.written" : "note.closed";
  }

  static NoteEvent of(Note note, Instant at) {
    return new NoteEvent(
        note.id(),
        null,
        note.state().name(),
        note.sequence(),
        note.sequence(),
        "AMBER",
        at,
        List.of(note.audience()),
        note.text().equals("poison"));
  }
}
