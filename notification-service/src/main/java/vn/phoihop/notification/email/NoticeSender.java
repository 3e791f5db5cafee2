package vn.phoihop.notification.email;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import vn.phoihop.notification.contact.ContactService;
import vn.phoihop.notification.contact.Recipient;
import vn.phoihop.platform.identity.SystemParty;

/** Sends what is due: at once after it was written, and by a slow look at the queue. */
@ApplicationScoped
class NoticeSender {

  private static final Logger LOG = Logger.getLogger(NoticeSender.class);

  private final NoticeService notices;
  private final ContactService contacts;
  private final MailGateway gateway;
  private final SystemParty system;
  private final AtomicBoolean wanted = new AtomicBoolean();

  NoticeSender(
      NoticeService notices, ContactService contacts, MailGateway gateway, SystemParty system) {
    this.notices = notices;
    this.contacts = contacts;
    this.gateway = gateway;
    this.system = system;
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesWritten written) {
    look();
  }

  @Scheduled(every = "${phoihop.notice.poll:5s}", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (wanted.compareAndSet(false, true)) {
      // Not on a thread of Vert.x: the mailer's answer would wait for the thread that waits for it.
      Infrastructure.getDefaultWorkerPool().execute(this::sendAll);
    }
  }

  private synchronized void sendAll() {
    wanted.set(false);
    try {
      List<Notice> due = system.call(notices::claim);
      while (!due.isEmpty()) {
        due.forEach(this::send);
        due = system.call(notices::claim);
      }
    } catch (RuntimeException fault) {
      // Whatever was claimed is claimed again when its lease has ended.
      LOG.warnf("notices wait: %s", root(fault));
    }
  }

  private void send(Notice notice) {
    Posting posting =
        system
            .call(() -> recipient(notice))
            .map(recipient -> post(notice, recipient))
            .orElseGet(() -> Posting.nobody(notice));
    system.run(() -> notices.complete(posting));
  }

  private Optional<Recipient> recipient(Notice notice) {
    return notice.addressee() == Addressee.LEADER
        ? contacts.leader(notice.enterpriseId())
        : contacts.liaison(notice.enterpriseId());
  }

  private Posting post(Notice notice, Recipient recipient) {
    try {
      gateway.send(notice, recipient.email());
      return Posting.accepted(notice, recipient.personId());
    } catch (MailGateway.Refused refused) {
      LOG.warnf("notice %s is refused by the mail server", notice.id());
      return Posting.refused(notice, recipient.personId());
    } catch (MailGateway.Deferred deferred) {
      LOG.warnf("notice %s is not taken now: %s", notice.id(), root(deferred));
      return Posting.deferred(notice, recipient.personId(), ThreadLocalRandom.current());
    }
  }

  /** The kind of fault alone: what a mail server says names the address. */
  private static String root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }
}
