package vn.phoihop.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * Leaves the method with the answer that an earlier request with the same key got, whatever the
 * method returns.
 */
final class ReplayedAnswer extends RuntimeException {

  private final int status;
  private final transient Map<String, String> headers;
  private final transient byte[] body;

  ReplayedAnswer(int status, Map<String, String> headers, byte[] body) {
    super("replayed", null, false, false);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  Response response() {
    Response.ResponseBuilder response = Response.status(status);
    headers.forEach(response::header);
    response.header("Idempotency-Replayed", "true");
    if (body.length > 0) {
      response.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON).entity(body);
    }
    return response.build();
  }
}
