package vn.phoihop.notification.email;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Hands a mail to the mail server. Never called inside a transaction, nor on an event loop.
 *
 * <p>The client is our own and not Quarkus's, whose connections have no idle timeout: one that a
 * mail server neither answers nor closes would be lost to the pool for good, and after ten of them
 * no mail would leave any more. It is configured by the same quarkus.mailer.*.
 */
@ApplicationScoped
class MailGateway {

  private static final String AT_RECIPIENT = "recipient address not accepted";

  /** The mail server refuses the recipient for good. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int reply;

    Refused(int reply) {
      super("refused by the mail server");
      this.reply = reply;
    }

    int reply() {
      return reply;
    }
  }

  /** It may be taken later. */
  static final class Deferred extends Exception {
    private static final long serialVersionUID = 1L;
    private final @Nullable Integer reply;

    Deferred(Throwable cause, @Nullable Integer reply) {
      super("not taken now", cause);
      this.reply = reply;
    }

    @Nullable Integer reply() {
      return reply;
    }
  }

  private final Vertx vertx;
  private final MailClient client;
  private final String from;
  private final Duration timeout;

  MailGateway(Vertx vertx, Config config) {
    this.vertx = vertx;
    this.from = config.getValue("quarkus.mailer.from", String.class);
    this.timeout = config.getValue("quarkus.mailer.timeout", Duration.class);
    int idle = Math.toIntExact(timeout.toMillis());
    MailConfig server =
        new MailConfig(
            config.getValue("quarkus.mailer.host", String.class),
            config.getValue("quarkus.mailer.port", Integer.class),
            StartTLSOptions.valueOf(
                config
                    .getOptionalValue("quarkus.mailer.start-tls", String.class)
                    .orElse("OPTIONAL")),
            config
                .getOptionalValue("quarkus.mailer.login", String.class)
                .map(LoginOption::valueOf)
                .orElse(LoginOption.NONE));
    server
        .setKeepAlive(false)
        .setSsl(config.getOptionalValue("quarkus.mailer.tls", Boolean.class).orElse(false));
    config.getOptionalValue("quarkus.mailer.username", String.class).ifPresent(server::setUsername);
    config.getOptionalValue("quarkus.mailer.password", String.class).ifPresent(server::setPassword);
    server.setConnectTimeout(idle).setIdleTimeout(idle).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    this.client = MailClient.create(vertx, server);
  }

  /**
   * Sends one mail.
   *
   * @param id the same on every attempt: a mailbox that got it before shows it once, and a bounce
   *     names it
   */
  void send(UUID id, String address, String subject, String text) throws Refused, Deferred {
    MailMessage mail =
        new MailMessage(from, address, subject, text)
            .addHeader("Message-ID", "<" + id + "@phoihop>")
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      sendOnItsOwn(mail).get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | RuntimeException fault) {
      Optional<SMTPException> said = said(fault);
      // A 5xx elsewhere (the sender, the content, a login) is our fault and not the address's: the
      // mail is kept until the operator has mended it.
      if (said.isPresent() && said.get().isPermanent() && isAtRecipient(said.get())) {
        throw new Refused(said.get().getReplyCode());
      }
      throw new Deferred(fault, said.map(SMTPException::getReplyCode).orElse(null));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Deferred(stopped, null);
    }
  }

  /**
   * On a context that nobody else has: the calling thread carries that of whoever woke it, where
   * the answer might have to wait for the thread that waits for it.
   */
  private CompletableFuture<MailResult> sendOnItsOwn(MailMessage mail) {
    CompletableFuture<MailResult> sent = new CompletableFuture<>();
    ((VertxInternal) vertx)
        .createEventLoopContext()
        .runOnContext(
            now ->
                client
                    .sendMail(mail)
                    .onSuccess(sent::complete)
                    .onFailure(sent::completeExceptionally));
    return sent;
  }

  private static boolean isAtRecipient(SMTPException said) {
    return String.valueOf(said.getMessage()).startsWith(AT_RECIPIENT);
  }

  private static Optional<SMTPException> said(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException smtp) {
        return Optional.of(smtp);
      }
    }
    return Optional.empty();
  }
}
