package vn.phoihop.deploy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;

/** The mail server's own JVM. */
final class SmtpMain {
  private static final int PURGE_EVERY = 100;

  private SmtpMain() {}

  public static void main(String[] arguments) throws Exception {
    int smtpPort = Integer.parseInt(arguments[0]);
    int inboxPort = Integer.parseInt(arguments[1]);
    Inbox inbox = new Inbox();
    GreenMail smtp =
        new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    UserManager users = smtp.getManagers().getUserManager();
    GreenMailUser everybody = users.createUser("everybody@localhost", "everybody", "");
    users.setMessageDeliveryHandler(
        (moving, address) -> {
          try {
            if (inbox.add(address.getEmail(), moving.getMessage()) % PURGE_EVERY == 0) {
              smtp.purgeEmailFromAllMailboxes(); // the inbox has them; the IMAP store would only
              // grow
            }
            return everybody;
          } catch (IOException | FolderException e) {
            throw new MessagingException("cannot keep the mail", e);
          }
        });
    smtp.start();
    inbox.serve(inboxPort);
  }
}
