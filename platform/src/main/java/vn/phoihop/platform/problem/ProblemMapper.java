package vn.phoihop.platform.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.state.ForbiddenTransition;

/**
 * Turns whatever was thrown into one refusal. One place, so that no exception's text ever reaches a
 * caller.
 */
@Singleton
class ProblemMapper {

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ProblemResponses responses;
  private final AllowedMethods methods;
  private final RoutingContext context;

  ProblemMapper(ProblemResponses responses, AllowedMethods methods, RoutingContext context) {
    this.responses = responses;
    this.methods = methods;
    this.context = context;
  }

  @ServerExceptionMapper
  Response map(Throwable thrown) {
    return answer(thrown);
  }

  // Each of these has a mapper of Quarkus' own, which would win over the one of Throwable.
  @ServerExceptionMapper({
    WebApplicationException.class,
    ConstraintViolationException.class,
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    ForbiddenException.class,
    JsonProcessingException.class,
    JsonMappingException.class,
    MismatchedInputException.class,
    IllegalArgumentException.class
  })
  Response mapWhatQuarkusWouldMap(Exception thrown) {
    return answer(thrown);
  }

  private Response answer(Throwable thrown) {
    HttpServerRequest request = context.request();
    String traceId = ProblemResponses.traceId(request);
    ProblemException refusal = refusal(thrown);
    if (refusal.type() == CommonProblem.METHOD_NOT_ALLOWED) {
      refusal.header(HttpHeaders.ALLOW, methods.of(request.path()));
    }
    if (refusal.type() == CommonProblem.INTERNAL) {
      if (request.response().closed()) {
        LOG.infof("%s %s: its client went away, %s", request.method(), request.path(), thrown);
      } else {
        LOG.errorf(thrown, "%s %s failed, trace %s", request.method(), request.path(), traceId);
      }
    }
    return responses.response(refusal, request, traceId);
  }

  private static ProblemException refusal(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    // A reader wraps what is thrown beneath it; our own refusal says more than any wrapper.
    for (Throwable cause : causes) {
      if (cause instanceof ProblemException refusal) {
        return refusal;
      }
    }
    for (Throwable cause : causes) {
      ProblemException known = known(cause);
      if (known != null) {
        return known;
      }
    }
    for (Throwable cause : causes) {
      if (cause instanceof WebApplicationException web) {
        return web(web);
      }
    }
    Throwable root = causes.get(causes.size() - 1);
    if (DatabaseFaults.isLostCommit(root) || isDiskFull(root)) {
      return ProblemException.unavailable(5);
    }
    return causes.stream().anyMatch(ProblemMapper::wasReadingForm)
        ? ProblemException.of(CommonProblem.MALFORMED).field("", "MULTIPART")
        : ProblemException.of(CommonProblem.INTERNAL);
  }

  /** No type says it; the text is the operating system's. */
  private static boolean isDiskFull(Throwable root) {
    return root instanceof IOException
        && root.getMessage() != null
        && root.getMessage().matches("(?s).*(No space left on device|Disk quota exceeded).*");
  }

  /** The server's parser of forms throws whatever it stumbles over; nothing of ours runs in it. */
  private static boolean wasReadingForm(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
  }

  private static @Nullable ProblemException known(Throwable cause) {
    if (cause instanceof ForbiddenTransition move) {
      return ProblemException.of(CommonProblem.FORBIDDEN_TRANSITION, move.state())
          .member("state", move.state())
          .member("allowed", move.allowed());
    }
    if (cause instanceof ConstraintViolationException violations) {
      return Violations.refusal(violations);
    }
    if (cause instanceof UnauthorizedException || cause instanceof AuthenticationFailedException) {
      return ProblemException.of(CommonProblem.UNAUTHENTICATED)
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (cause instanceof ForbiddenException) {
      return ProblemException.of(CommonProblem.FORBIDDEN);
    }
    if (cause instanceof JsonProcessingException malformed) {
      return json(malformed);
    }
    if (cause instanceof CharacterCodingException) {
      return ProblemException.of(CommonProblem.MALFORMED).field("", "ENCODING");
    }
    if (cause instanceof OptimisticLockException
        || cause instanceof org.hibernate.StaleStateException) {
      return ProblemException.of(CommonProblem.CONCURRENT_CHANGE);
    }
    if (cause instanceof SQLException sql) {
      return DatabaseFaults.refusal(sql);
    }
    return null;
  }

  private static ProblemException web(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    return switch (status) {
      case 401 ->
          ProblemException.of(CommonProblem.UNAUTHENTICATED)
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 403 -> ProblemException.of(CommonProblem.FORBIDDEN);
      case 404 -> ProblemException.notFound();
      case 405 -> ProblemException.of(CommonProblem.METHOD_NOT_ALLOWED);
      case 406 -> ProblemException.of(CommonProblem.NOT_ACCEPTABLE);
      case 413 -> ProblemException.of(CommonProblem.TOO_LARGE, "");
      case 415 -> ProblemException.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
      default ->
          status < 500
              ? ProblemException.of(CommonProblem.MALFORMED)
              : ProblemException.of(CommonProblem.INTERNAL);
    };
  }

  /** Says where: a field by its pointer, a syntax error by line and column. */
  private static ProblemException json(JsonProcessingException malformed) {
    if (malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      if (mapping instanceof MismatchedInputException wrong && isEnum(wrong.getTargetType())) {
        return ProblemException.notOneOf(
            pointer(mapping.getPath()), wrong.getTargetType().getEnumConstants());
      }
      String code =
          mapping instanceof UnrecognizedPropertyException
              ? "UNKNOWN_FIELD"
              : mapping.getCause() instanceof BadText bad ? bad.code() : "FORMAT";
      return ProblemException.invalid(pointer(mapping.getPath()), code);
    }
    if (malformed instanceof JsonParseException && malformed.getLocation() != null) {
      return ProblemException.of(CommonProblem.MALFORMED)
          .field(
              "",
              "SYNTAX",
              malformed.getLocation().getLineNr(),
              malformed.getLocation().getColumnNr());
    }
    return ProblemException.of(CommonProblem.MALFORMED).field("", "FORMAT");
  }

  private static boolean isEnum(@Nullable Class<?> type) {
    return type != null && type.isEnum();
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append('/');
      pointer.append(
          step.getFieldName() == null
              ? String.valueOf(step.getIndex())
              : step.getFieldName().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static List<Throwable> causes(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable next = thrown; next != null && seen.add(next); next = next.getCause()) {
      chain.add(next);
    }
    return chain;
  }
}
