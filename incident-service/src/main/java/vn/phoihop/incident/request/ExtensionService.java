package vn.phoihop.incident.request;

import static vn.phoihop.incident.request.RequestDesk.Side.ASKER;
import static vn.phoihop.incident.request.RequestDesk.Side.RECEIVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.IfMatch;

/** A longer time to answer: asked for, granted, denied, allowed once more. */
@ApplicationScoped
class ExtensionService {

  private final RequestDesk desk;
  private final RequestSettings settings;

  ExtensionService(RequestDesk desk, RequestSettings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  @Transactional
  RequestView ask(UUID id, @Nullable IfMatch ifMatch, AskExtension body) {
    return desk.move(
        id,
        ifMatch,
        RECEIVER,
        "extend",
        Remark.extension(body.until(), body.reason()),
        (request, at) -> {
          request.askExtension(body.until(), at);
          return null;
        });
  }

  @Transactional
  RequestView grant(UUID id, @Nullable IfMatch ifMatch) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "grant-extension",
        null,
        (request, at) -> {
          request.grantExtension(settings.timing(request.asked().priority()), at);
          return null;
        });
  }

  @Transactional
  RequestView deny(UUID id, @Nullable IfMatch ifMatch, @Nullable DenyExtension body) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "deny-extension",
        body == null || body.reason() == null ? null : Remark.text(body.reason()),
        (request, at) -> {
          request.denyExtension();
          return null;
        });
  }

  @Transactional
  RequestView allow(UUID id, @Nullable IfMatch ifMatch) {
    return desk.move(
        id,
        ifMatch,
        ASKER,
        "allow-extension",
        null,
        (request, at) -> {
          request.allowExtension();
          return null;
        });
  }
}
