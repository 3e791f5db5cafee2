package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class InboxTest {
  @Test
  void aMailIsFoundByItsRecipientWithItsPlainText() throws Exception {
    Inbox inbox = new Inbox();
    inbox.add("lanh.dao@example.vn", alternative("Mã đăng ký", "chữ thường", "<b>đậm</b>"));
    inbox.add("other@example.vn", alternative("khác", "khác", "khác"));

    List<Inbox.Mail> mails = inbox.to("Lanh.Dao@example.vn");
    assertEquals(1, mails.size());
    assertEquals("Mã đăng ký", mails.get(0).subject());
    assertEquals("chữ thường", mails.get(0).text());
    assertEquals(2, inbox.to("").size());
  }

  private static MimeMessage alternative(String subject, String text, String html)
      throws Exception {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    MimeBodyPart rich = new MimeBodyPart();
    rich.setContent(html, "text/html; charset=UTF-8");
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setRecipients(Message.RecipientType.TO, "whoever@example.vn");
    message.setSubject(subject, "UTF-8");
    message.setContent(new MimeMultipart("alternative", rich, plain));
    message.saveChanges();
    return message;
  }
}
