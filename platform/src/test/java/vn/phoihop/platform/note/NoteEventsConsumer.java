package vn.phoihop.platform.note;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import vn.phoihop.platform.inbox.EventInbox;

@Singleton
class NoteEventsConsumer {

  private final EventInbox inbox;
  private final NoteService notes;

  NoteEventsConsumer(EventInbox inbox, NoteService notes) {
    this.inbox = inbox;
    this.notes = notes;
  }

  @Incoming("notes")
  Uni<Void> onNotes(ConsumerRecords<String, byte[]> records) {
    return inbox.consume("platform.notes", records, notes::take);
  }
}
