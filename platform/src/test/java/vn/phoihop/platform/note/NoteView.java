package vn.phoihop.platform.note;

import java.time.Instant;
import java.util.UUID;

record NoteView(
    UUID id, String state, String text, Instant writtenAt, long sequence, String secret) {
  static NoteView of(Note note) {
    return new NoteView(
        note.id(), note.state().name(), note.text(), note.writtenAt(), note.sequence(), "whsec");
  }
}
