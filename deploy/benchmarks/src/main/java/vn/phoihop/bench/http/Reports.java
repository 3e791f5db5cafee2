package vn.phoihop.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.phoihop.bench.http.Wire.Reply;
import vn.phoihop.bench.stack.Bearer;
import vn.phoihop.deploy.Failure;

/** Requests {@code POST /incidents} of one enterprise: three indicators, a fresh key each. */
public final class Reports {

  private static final String BODY =
      """
      {"stage":"EARLY","violationTypes":["TEL_BYPASS_SIMBOX"],\
      "summary":"SIM box nghi chuyển lưu lượng quốc tế trái phép","detectedAt":"2026-03-10T01:15:00Z",\
      "indicators":[{"type":"MSISDN","value":"0912 345 678"},{"type":"IMEI","value":"490154203237518"},\
      {"type":"IP","value":"203.0.113.77"}]}""";
  private static final String LOCATION = "/api/v1/incidents/";

  private final int port;
  private final Bearer bearer;
  private final int length = BODY.getBytes(StandardCharsets.UTF_8).length;

  public Reports(int port, Bearer bearer) {
    this.port = port;
    this.bearer = bearer;
  }

  public int port() {
    return port;
  }

  /** Reports; returns the incident's id. Any answer but 201 is a failure. */
  public String send(Wire wire) {
    Reply reply = wire.send(request());
    if (reply.status() != 201) {
      throw new Failure("POST /incidents answers %d: %s".formatted(reply.status(), reply.text()));
    }
    String location = reply.header("Location");
    return location.substring(location.indexOf(LOCATION) + LOCATION.length());
  }

  private byte[] request() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return ("POST /api/v1/incidents HTTP/1.1\r\nHost: localhost:"
            + port
            + "\r\nAuthorization: Bearer "
            + bearer.token()
            + "\r\nContent-Type: application/json\r\nIdempotency-Key: "
            + new UUID(random.nextLong(), random.nextLong())
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + BODY)
        .getBytes(StandardCharsets.UTF_8);
  }
}
