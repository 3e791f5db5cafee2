package vn.phoihop.platform.note;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.http.Cursors;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.http.Position;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.inbox.ReceivedEvent;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.outbox.Outbox;
import vn.phoihop.platform.problem.ProblemException;
import vn.phoihop.platform.time.BusinessClock;
import vn.phoihop.platform.time.Ids;

@Singleton
class NoteService {

  private static final String SCOPE = "notes";

  private final EntityManager entities;
  private final AgroalDataSource dataSource;
  private final Ledger ledger;
  private final Outbox outbox;
  private final CurrentCaller callers;
  private final Cursors cursors;
  private final BusinessClock clock;
  private final Ids ids;

  NoteService(
      EntityManager entities,
      AgroalDataSource dataSource,
      Ledger ledger,
      Outbox outbox,
      CurrentCaller callers,
      Cursors cursors,
      BusinessClock clock,
      Ids ids) {
    this.entities = entities;
    this.dataSource = dataSource;
    this.ledger = ledger;
    this.outbox = outbox;
    this.callers = callers;
    this.cursors = cursors;
    this.clock = clock;
    this.ids = ids;
  }

  /** Everything in the ledger's one statement, as an intake does. */
  @Transactional
  NoteView write(WriteNote request) {
    Caller caller = callers.get();
    String[] audience = {"DEPARTMENT", caller.party()};
    Note note = new Note(ids.next(), caller.party(), audience, request.text(), clock.now());
    ledger.enlist(
        "note_row AS (INSERT INTO note (id, written_by, audience, state, text, written_at, sequence)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?))",
        note.id(),
        note.writtenBy(),
        audience,
        note.state().name(),
        note.text(),
        note.writtenAt(),
        note.sequence());
    ledger.enlist(
        "reader_rows AS (INSERT INTO note_reader (aggregate_id, owner, party, at)"
            + " SELECT ?, ?, party, ? FROM unnest(?::text[]) AS t (party))",
        note.id(),
        note.writtenBy(),
        note.writtenAt(),
        audience);
    outbox.append(NoteEvent.of(note, clock.now()));
    if (request.text().equals("fail")) {
      throw new IllegalStateException("secret detail of a fault");
    }
    return NoteView.of(note);
  }

  @Transactional
  NoteView close(UUID id, IfMatch ifMatch) {
    Note note = load(id);
    IfMatch.check(ifMatch, note.sequence());
    note.close();
    entities.flush();
    outbox.append(NoteEvent.of(note, clock.now()));
    return NoteView.of(note);
  }

  @Transactional
  NoteView replace(UUID id, IfMatch ifMatch) {
    Note note = load(id);
    IfMatch.require(ifMatch, note.sequence());
    return NoteView.of(note);
  }

  @Transactional
  NoteView get(UUID id) {
    return NoteView.of(load(id));
  }

  @Transactional
  Page<NoteView> list(PageRequest page) {
    Position from = cursors.decode(page, SCOPE);
    List<NoteView> rows =
        entities
            .createNativeQuery(
                """
                SELECT n.* FROM note_reader r JOIN note n ON n.id = r.aggregate_id
                WHERE r.party = :party
                  AND (:first OR (r.at, r.aggregate_id) < (:at, :id))
                ORDER BY r.at DESC, r.aggregate_id DESC LIMIT :limit""",
                Note.class)
            .setParameter("party", callers.get().party())
            .setParameter("first", from == null)
            .setParameter("at", from == null ? clock.now() : from.at())
            .setParameter("id", from == null ? ids.next() : from.id())
            .setParameter("limit", page.limit() + 1)
            .getResultStream()
            .map(row -> NoteView.of((Note) row))
            .toList();
    return cursors.page(rows, page, SCOPE, view -> new Position(view.writtenAt(), view.id()));
  }

  /** The consumer's effect: a row for each event, in the inbox's transaction. */
  void take(List<ReceivedEvent> events) {
    try (var connection = dataSource.getConnection();
        var insert = connection.prepareStatement("INSERT INTO note_seen VALUES (?, ?)")) {
      for (ReceivedEvent event : events) {
        if (event.type().equals("note.told")) {
          continue;
        }
        NoteEvent note = event.as(NoteEvent.class);
        if (note.poison()) {
          throw new IllegalArgumentException("cannot be taken");
        }
        insert.setObject(1, note.id());
        insert.setLong(2, note.version());
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Note load(UUID id) {
    Note note = entities.find(Note.class, id);
    if (note == null) {
      throw ProblemException.notFound();
    }
    return note;
  }
}
