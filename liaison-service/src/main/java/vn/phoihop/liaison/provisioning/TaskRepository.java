package vn.phoihop.liaison.provisioning;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import vn.phoihop.platform.ledger.Ledger;

/**
 * Rows without an entity: added beside a change, taken and finished by whichever instance is first.
 */
@Singleton
class TaskRepository {

  private static final int LONGEST_DELAY_SECONDS = 600;

  private final EntityManager entityManager;
  private final Ledger ledger;

  TaskRepository(EntityManager entityManager, Ledger ledger) {
    this.entityManager = entityManager;
    this.ledger = ledger;
  }

  void add(UUID id, Task.Kind kind, UUID subject, String writtenBy, byte[] sealed) {
    // Several tasks of one transaction leave in one statement: each has a name of its own.
    ledger.enlist(
        "task_"
            + id.toString().replace('-', '_')
            + " AS (INSERT INTO task (id, kind, subject_id, written_by, sealed) VALUES (?, ?, ?, ?, ?))",
        id,
        kind.name(),
        subject,
        writtenBy,
        sealed);
  }

  /**
   * Takes a due task for a minute, if there is one; of a subject the oldest only, so that what one
   * subject is due comes in order.
   */
  List<Tuple> take(Task.Kind kind) {
    return entityManager
        .createNativeQuery(
            """
            UPDATE task SET attempts = attempts + 1, next_at = now() + interval '60 seconds'
            WHERE id = (
              SELECT t.id FROM task t
              WHERE t.kind = :kind AND t.done_at IS NULL AND t.failed_at IS NULL AND t.next_at <= now()
                AND NOT EXISTS (SELECT FROM task o WHERE o.subject_id = t.subject_id AND o.seq < t.seq
                  AND o.done_at IS NULL AND o.failed_at IS NULL)
              ORDER BY t.next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, sealed, attempts,
              EXISTS (SELECT FROM task n WHERE n.subject_id = task.subject_id AND n.kind = task.kind AND n.seq > task.seq
                AND n.done_at IS NULL AND n.failed_at IS NULL) AS superseded""",
            Tuple.class)
        .setParameter("kind", kind.name())
        .getResultList();
  }

  void done(Task task) {
    finish("done_at = now(), sealed = NULL", task);
  }

  /** Tried again after 2, 4, 8 … seconds, every ten minutes in the end. */
  void later(Task task, String fault) {
    int delay = Math.min(1 << Math.min(task.attempt(), 20), LONGEST_DELAY_SECONDS);
    finish(
        "last_fault = '" + fault + "', next_at = now() + interval '" + delay + " seconds'", task);
  }

  /** Given up: only people can mend it. */
  void failed(Task task, String fault) {
    finish("failed_at = now(), sealed = NULL, last_fault = '" + fault + "'", task);
  }

  /**
   * Only while the attempt is still the last one: an instance that hung past its minute changes
   * nothing.
   */
  private void finish(String change, Task task) {
    entityManager
        .createNativeQuery(
            "UPDATE task SET "
                + change
                + " WHERE id = :id AND attempts = :attempt AND done_at IS NULL")
        .setParameter("id", task.id())
        .setParameter("attempt", task.attempt())
        .executeUpdate();
  }
}
