package vn.phoihop.liaison.provisioning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import vn.phoihop.platform.identity.SystemParty;

/** Does the tasks, outside any transaction; a failure is tried again. */
@Singleton
class TaskRunner {

  private static final Logger LOG = Logger.getLogger(TaskRunner.class);

  private final SystemParty system;
  private final ProvisioningService tasks;
  private final KeycloakGateway keycloak;
  private final Mailer mailer;
  private final ObjectMapper json;

  TaskRunner(
      SystemParty system,
      ProvisioningService tasks,
      KeycloakGateway keycloak,
      Mailer mailer,
      ObjectMapper json) {
    this.system = system;
    this.tasks = tasks;
    this.keycloak = keycloak;
    this.mailer = mailer;
    this.json = json;
  }

  // A lane of its own for each kind: while Keycloak is away, mail still leaves.

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendMails() {
    system.run(() -> runDue(Task.Kind.ENROLMENT_MAIL));
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void keepAccounts() {
    system.run(() -> runDue(Task.Kind.LIAISON_ACCOUNT));
  }

  private void runDue(Task.Kind kind) {
    Optional<Task> task = tasks.take(kind);
    while (task.isPresent()) {
      run(task.get());
      task = tasks.take(kind);
    }
  }

  private void run(Task task) {
    try {
      switch (task.kind()) {
        case ENROLMENT_MAIL -> mail(task);
        case LIAISON_ACCOUNT ->
            keycloak.person(json.readValue(task.content(), LiaisonAccount.class));
      }
      tasks.done(task);
    } catch (AccountTaken taken) {
      LOG.warnf("task %s given up: %s", task.id(), taken.getMessage());
      tasks.failed(task, taken.getClass().getSimpleName());
    } catch (IOException | RuntimeException fault) {
      // The class alone: messages of mail servers quote addresses.
      LOG.warnf("task %s, attempt %d: %s", task.id(), task.attempt(), fault.getClass().getName());
      tasks.later(task, fault.getClass().getSimpleName());
    }
  }

  private void mail(Task task) throws IOException {
    if (task.superseded()) {
      // Its code is void: a newer one waits behind it.
      return;
    }
    EnrolmentMail mail = json.readValue(task.content(), EnrolmentMail.class);
    mailer.send(Mail.withText(mail.email(), EnrolmentMail.SUBJECT, mail.text()));
  }
}
