package vn.phoihop.bench.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/**
 * Endpoints, each with a port of its own, that accept and never answer: nothing is read, and every
 * connection stays open here until the end, whatever the caller does with it.
 */
final class Holes implements AutoCloseable {

  private static final int BACKLOG = 1_024;

  private final List<ServerSocket> sockets = new ArrayList<>();
  private final Queue<Socket> kept = new ConcurrentLinkedQueue<>();
  private final AtomicIntegerArray accepted;

  Holes(int endpoints) {
    accepted = new AtomicIntegerArray(endpoints);
    try {
      for (int i = 0; i < endpoints; i++) {
        int hole = i;
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        Thread thread = new Thread(() -> swallow(hole, socket), "hole-" + i);
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(e);
    }
  }

  private void swallow(int hole, ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        kept.add(socket.accept());
        accepted.incrementAndGet(hole);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          System.err.println("a black hole lost a connection: " + e);
        }
      }
    }
  }

  String url(int hole) {
    return "http://127.0.0.1:" + sockets.get(hole).getLocalPort() + "/hook";
  }

  /** How many connections each has taken so far; a call that is not answered is one of its own. */
  int[] calls() {
    return IntStream.range(0, accepted.length()).map(accepted::get).toArray();
  }

  @Override
  public void close() {
    sockets.forEach(Holes::close);
    kept.forEach(Holes::close);
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // It is gone either way.
    }
  }
}
