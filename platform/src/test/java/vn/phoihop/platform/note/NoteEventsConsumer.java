package vn.phoihop.platform.note;

import jakarta.inject.Singleton;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;

@Singleton
class NoteEventsConsumer implements EventConsumer {

  private final NoteService notes;

  NoteEventsConsumer(NoteService notes) {
    this.notes = notes;
  }

  @Override
  public String name() {
    return "platform.notes";
  }

  @Override
  public String topic() {
    return "phoihop.platform";
  }

  @Override
  public void take(EventBatch batch) {
    notes.take(batch.fresh());
  }
}
