package vn.phoihop.liaison.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import vn.phoihop.platform.crypto.Encryption;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.time.Ids;

/** What has to be done elsewhere, kept encrypted until it is. */
@Singleton
@Transactional
public class ProvisioningService {

  private static final String PURPOSE = "document";

  private final TaskRepository tasks;
  private final Encryption encryption;
  private final CurrentCaller callers;
  private final Ids ids;
  private final ObjectMapper json;

  ProvisioningService(
      TaskRepository tasks,
      Encryption encryption,
      CurrentCaller callers,
      Ids ids,
      ObjectMapper json) {
    this.tasks = tasks;
    this.encryption = encryption;
    this.callers = callers;
    this.ids = ids;
    this.json = json;
  }

  /** The mail leaves after the commit of the current transaction. */
  public void mail(UUID enterprise, EnrolmentMail mail) {
    add(Task.Kind.ENROLMENT_MAIL, enterprise, mail);
  }

  /**
   * The account follows after the commit. Changes of one e-mail address, that is of one account,
   * keep their order.
   */
  public void account(LiaisonAccount account) {
    String address = account.email().toLowerCase(Locale.ROOT);
    add(
        Task.Kind.LIAISON_ACCOUNT,
        UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)),
        account);
  }

  Optional<Task> take(Task.Kind kind) {
    return tasks.take(kind).stream().map(this::open).findFirst();
  }

  void done(Task task) {
    tasks.done(task);
  }

  void later(Task task, String fault) {
    tasks.later(task, fault);
  }

  void failed(Task task, String fault) {
    tasks.failed(task, fault);
  }

  private void add(Task.Kind kind, UUID subject, Object content) {
    UUID id = ids.next();
    try {
      byte[] sealed = encryption.encrypt(PURPOSE, json.writeValueAsBytes(content), context(id));
      tasks.add(id, kind, subject, callers.get().party(), sealed);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Task open(Tuple row) {
    UUID id = row.get("id", UUID.class);
    return new Task(
        id,
        Task.Kind.valueOf(row.get("kind", String.class)),
        encryption.decrypt(PURPOSE, row.get("sealed", byte[].class), context(id)),
        row.get("attempts", Integer.class),
        row.get("superseded", Boolean.class));
  }

  private static byte[] context(UUID task) {
    return ("task " + task).getBytes(StandardCharsets.US_ASCII);
  }
}
