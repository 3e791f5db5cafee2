package vn.phoihop.acceptance;

import java.io.IOException;
import java.net.Socket;

/** How a receiver answers webhooks that verified. */
interface Conduct {

  /** Takes whatever comes and keeps the connection. */
  Conduct HONEST =
      (socket, taken) -> {
        taken.run();
        socket.getOutputStream().write(Receiver.OK);
      };

  /**
   * Answers, or does not. A connection on which it leaves something half said it closes itself.
   *
   * @param taken to be run before anything is said by which the sender may believe that the webhook
   *     was taken
   */
  void answer(Socket socket, Runnable taken) throws IOException;
}
