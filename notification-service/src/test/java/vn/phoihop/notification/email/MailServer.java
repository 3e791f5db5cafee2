package vn.phoihop.notification.email;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Mail servers at the port where the service under test looks for one. */
final class MailServer {

  private MailServer() {}

  static int port() {
    return Integer.getInteger("quarkus.mailer.port");
  }

  /** A real one, that takes everything. */
  static GreenMail taking() {
    ServerSetup setup = new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    // A busy machine may take longer than the two seconds that are usual.
    setup.setServerStartupTimeout(30_000);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }

  /** One that answers every recipient with the same reply. */
  static AutoCloseable refusing(String reply) {
    return refusing(reply, "");
  }

  /** One that answers one recipient with this reply, and wants the others to come later. */
  static AutoCloseable refusing(String reply, String recipient) {
    ServerSocket server;
    try {
      server = new ServerSocket(port(), 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread accepting =
        start(
            () -> {
              while (!server.isClosed()) {
                try {
                  Socket client = server.accept();
                  start(() -> talk(client, reply, recipient));
                } catch (IOException e) {
                  return;
                }
              }
            });
    return () -> {
      server.close();
      // The port is taken until nobody accepts any more.
      accepting.join();
    };
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work, "refusing mail server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void talk(Socket client, String reply, String recipient) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII);
      out.print("220 test\r\n");
      out.flush();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String verb = line.substring(0, Math.min(4, line.length()));
        out.print(
            (verb.equals("RCPT")
                    ? line.contains(recipient) ? reply : "451 4.3.0 try later"
                    : verb.equals("QUIT") ? "221 bye" : "250 ok")
                + "\r\n");
        out.flush();
      }
    } catch (IOException e) {
      // The other side has hung up.
    }
  }
}
