package vn.phoihop.platform.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A small aggregate, as a service would have one, to try the platform with. */
@Entity
class Note {

  @Id private UUID id;

  @Column(name = "written_by")
  private String writtenBy;

  private String[] audience;

  @Enumerated(EnumType.STRING)
  private NoteState state;

  private String text;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Version private long sequence;

  protected Note() {}

  Note(UUID id, String writtenBy, String[] audience, String text, Instant at) {
    this.id = id;
    this.writtenBy = writtenBy;
    this.audience = audience;
    this.state = NoteState.OPEN;
    this.text = text;
    this.writtenAt = at;
    this.sequence = 1;
  }

  void close() {
    state = NoteState.Move.CLOSE.apply(state);
  }

  UUID id() {
    return id;
  }

  String writtenBy() {
    return writtenBy;
  }

  String[] audience() {
    return audience;
  }

  NoteState state() {
    return state;
  }

  String text() {
    return text;
  }

  Instant writtenAt() {
    return writtenAt;
  }

  long sequence() {
    return sequence;
  }
}
