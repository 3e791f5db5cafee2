package vn.phoihop.notification.email;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.email.Posting.Reason;
import vn.phoihop.notification.preference.QuietHoursChanged;
import vn.phoihop.notification.sms.SmsGateway;
import vn.phoihop.platform.identity.SystemParty;
import vn.phoihop.platform.problem.DatabaseFaults;

/** Sends what is due: at once after it was written, and by a slow look at the queue. */
@ApplicationScoped
class NoticeSender {

  private static final Logger LOG = Logger.getLogger(NoticeSender.class);

  private final PostingService postings;
  private final AddressingService addressing;
  private final LetterText words;
  private final MailGateway mail;
  private final SmsGateway sms;
  private final SystemParty system;
  private final AtomicBoolean wanted = new AtomicBoolean();

  /** Persons whose quiet hours are others now: what is held back from them is looked at again. */
  private final Queue<UUID> newHours = new ConcurrentLinkedQueue<>();

  /** Claimed, and not tried yet. */
  private final Queue<Notice> taken = new ArrayDeque<>();

  /**
   * Tried, and not on record yet: what has left is not sent again because the database was away.
   */
  private final Queue<Posting> tried = new ArrayDeque<>();

  /** {@link System#nanoTime()} after which what was claimed is left to the end of its lease. */
  private long tryBefore;

  NoticeSender(
      PostingService postings,
      AddressingService addressing,
      LetterText words,
      MailGateway mail,
      SmsGateway sms,
      SystemParty system) {
    this.postings = postings;
    this.addressing = addressing;
    this.words = words;
    this.mail = mail;
    this.sms = sms;
    this.system = system;
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticesWritten written) {
    look();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) QuietHoursChanged changed) {
    newHours.add(changed.personId());
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
      record();
      letGo();
      while (take()) {
        attempt(taken.remove()).ifPresent(tried::add);
        record();
        letGo();
      }
      boolean bounces = true;
      while (bounces) {
        bounces = system.call(postings::takeBounces);
      }
    } catch (RuntimeException fault) {
      // The next look goes on here; should it come too late, the leases have ended.
      LOG.warnf("notices wait: %s", root(fault));
    }
  }

  /** Between two notices: one that is just being addressed may be held by what was before. */
  private void letGo() {
    while (!newHours.isEmpty()) {
      UUID person = newHours.element();
      write(() -> postings.letGo(person), "what is held back from %s cannot be let go", person);
      newHours.remove();
    }
  }

  private boolean take() {
    if (System.nanoTime() - tryBefore > 0) {
      taken.clear();
    }
    if (taken.isEmpty()) {
      tryBefore = System.nanoTime() + PostingService.TRY_WITHIN.toNanos();
      taken.addAll(system.call(postings::claim));
    }
    return !taken.isEmpty();
  }

  private void record() {
    while (!tried.isEmpty()) {
      Posting posting = tried.element();
      write(
          () -> postings.complete(posting), "notice %s cannot be recorded", posting.notice().id());
      tried.remove();
    }
  }

  /** Throws only what the next look may find over. */
  private void write(Runnable work, String fault, UUID of) {
    try {
      system.run(work);
    } catch (RuntimeException e) {
      if (DatabaseFaults.isTransient(e)) {
        throw e;
      }
      LOG.errorf(e, fault, of);
    }
  }

  private Optional<Posting> attempt(Notice notice) {
    try {
      return system
          .call(() -> addressing.address(notice))
          .map(letter -> notice.channel() == Channel.SMS ? message(letter) : post(letter));
    } catch (RuntimeException fault) {
      LOG.warnf("notice %s could not be made: %s", notice.id(), root(fault));
      Reason reason = notice.channel() == Channel.SMS ? Reason.SMS_DEFERRED : Reason.MAIL_DEFERRED;
      return Optional.of(
          Posting.deferred(notice, notice.personId(), reason, null, ThreadLocalRandom.current()));
    }
  }

  private Posting post(Letter letter) {
    Notice notice = letter.notice();
    try {
      mail.send(notice.id(), letter.address(), words.subject(letter), words.text(letter));
      return Posting.accepted(notice, letter.person());
    } catch (MailGateway.Refused refused) {
      LOG.warnf("notice %s is refused by the mail server", notice.id());
      String reply = Integer.toString(refused.reply());
      // A desk's address is the operator's to mend: what alerts it is kept meanwhile.
      return notice.addressee().isDesk()
          ? deferred(letter, Reason.MAIL_REFUSED, reply)
          : Posting.refused(notice, letter.person(), Reason.MAIL_REFUSED, reply);
    } catch (MailGateway.Deferred deferred) {
      LOG.warnf("notice %s is not taken now: %s", notice.id(), root(deferred));
      Integer reply = deferred.reply();
      return deferred(letter, Reason.MAIL_DEFERRED, reply == null ? null : reply.toString());
    }
  }

  private Posting message(Letter letter) {
    Notice notice = letter.notice();
    return switch (sms.send(notice.id(), letter.address(), words.shortText(letter))) {
      case TAKEN -> Posting.accepted(notice, letter.person());
      case REFUSED -> Posting.refused(notice, letter.person(), Reason.SMS_REFUSED, null);
      case DEFERRED -> deferred(letter, Reason.SMS_DEFERRED, null);
    };
  }

  private static Posting deferred(Letter letter, Reason reason, @Nullable String status) {
    return Posting.deferred(
        letter.notice(), letter.person(), reason, status, ThreadLocalRandom.current());
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
