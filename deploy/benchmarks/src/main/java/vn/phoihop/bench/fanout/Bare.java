package vn.phoihop.bench.fanout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import vn.phoihop.bench.http.BareSender;
import vn.phoihop.bench.http.Receiver;

/** The opponent: the same bytes to the same endpoints with the same client, nothing kept. */
final class Bare implements AutoCloseable {

  private static final byte[] BODY =
      """
      {"type":"incident.received","timestamp":"2026-11-25T03:00:00.000000Z","data":{\
      "id":"019a1f6e-7c00-7000-8000-000000000003","enterpriseId":"019a1f6e-7c00-7000-8000-000000000001",\
      "receiptNumber":"TB-2026-000123","violationTypes":["TEL_BYPASS_SIMBOX"],"state":"RECEIVED",\
      "stage":"EARLY","version":1,"sequence":1,"tlp":"AMBER","links":{\
      "self":"http://localhost:8082/api/v1/incidents/019a1f6e-7c00-7000-8000-000000000003"}}}"""
          .getBytes(StandardCharsets.UTF_8);

  private final BareSender sender =
      new BareSender(fault -> System.err.println("the bare client lost a POST: " + fault));
  private final Counter counter;
  private final List<Integer> ports;

  Bare(Receiver receiver, Counter counter, int endpoints) {
    this.counter = counter;
    this.ports = IntStream.range(0, endpoints).mapToObj(receiver::port).toList();
  }

  /** The seconds that one event takes to all of them. */
  double post() {
    counter.expect(ports.size());
    long begin = System.nanoTime();
    sender.post(ports, BODY);
    return (counter.awaitLast() - begin) / 1e9;
  }

  @Override
  public void close() {
    sender.close();
  }
}
