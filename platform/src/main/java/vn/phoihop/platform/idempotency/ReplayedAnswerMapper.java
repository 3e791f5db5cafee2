package vn.phoihop.platform.idempotency;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

final class ReplayedAnswerMapper {

  @ServerExceptionMapper
  Response map(ReplayedAnswer replayed) {
    return replayed.response();
  }
}
