package vn.phoihop.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What the service under test is told beside PostgreSQL and Kafka; the same for the whole run. */
public final class NotificationStack implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    // A port that nobody has now: tests put a mail server there, or leave it closed.
    System.setProperty("quarkus.mailer.port", Integer.toString(freePort()));
    System.setProperty("quarkus.mailer.host", "127.0.0.1");
    System.setProperty("quarkus.mailer.timeout", "3S");
    System.setProperty("phoihop.notice.poll", "1s");
    System.setProperty("phoihop.department.email", "truc.ban@so.example");
    System.setProperty("phoihop.authority.email.TRIEDDESK", "truc.ban@tried.example");
    System.setProperty("phoihop.escalation.poll", "1s");
    System.setProperty("phoihop.sms.url", "http://127.0.0.1:" + freePort() + "/messages");
    System.setProperty("phoihop.sms.token", "sms-token");
    System.setProperty("phoihop.sms.sender", "PHOIHOP");
    System.setProperty("phoihop.sms.timeout", "2S");
    System.setProperty("phoihop.feed.heartbeat", "1s");
    System.setProperty("phoihop.feed.patience", "2s");
    System.setProperty("phoihop.feed.streams-per-party", "3");
    System.setProperty("phoihop.webhook.allowed-hosts", "127.0.0.1,localhost,::1");
    System.setProperty("phoihop.webhook.timeout", "2S");
    System.setProperty("phoihop.webhook.lease", "90S");
    System.setProperty("phoihop.webhook.max-subscriptions", "5");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
