package vn.phoihop.platform.idempotency;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.ledger.IdempotencyRow;
import vn.phoihop.platform.ledger.Ledger;
import vn.phoihop.platform.problem.CommonProblem;
import vn.phoihop.platform.problem.DatabaseFaults;
import vn.phoihop.platform.problem.ProblemException;

/**
 * No look-up before the work: the answer's row is inserted with the work, and a key that is taken
 * rolls the work back. A request that runs at the same time waits at that insert, or at the row
 * that both change, and then gets the first one's answer.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotentInterceptor {

  private static final String HEADER = "Idempotency-Key";
  // A structured-field string, or the same without quotes.
  private static final Pattern KEY =
      Pattern.compile(
          "\"([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})");
  private static final List<String> REPLAYED_HEADERS =
      List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

  private final RoutingContext context;
  private final CurrentCaller callers;
  private final Ledger ledger;
  private final IdempotencyTable table;
  private final ObjectMapper json;

  IdempotentInterceptor(
      RoutingContext context,
      CurrentCaller callers,
      Ledger ledger,
      IdempotencyTable table,
      ObjectMapper json) {
    this.context = context;
    this.callers = callers;
    this.ledger = ledger;
    this.table = table;
    this.json = json;
  }

  @AroundInvoke
  Object answerOnce(InvocationContext call) throws Exception {
    Idempotent settings = settings(call);
    String key = key(settings.required());
    Caller caller = callers.orNull();
    if (key == null || caller == null) {
      return call.proceed();
    }
    String operation = context.request().method() + " " + context.normalizedPath();
    byte[] fingerprint = Fingerprint.of(json, call.getParameters());
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                Object result = call.proceed();
                ledger.add(row(caller, operation, key, fingerprint, result, settings.secrets()));
                return result;
              });
    } catch (Exception refusedOrTaken) {
      if (DatabaseFaults.isAway(refusedOrTaken)) {
        // Looking for an earlier answer would only wait for the database once more.
        throw refusedOrTaken;
      }
      IdempotencyRow earlier = table.find(caller.party(), caller.subject(), operation, key);
      if (earlier == null) {
        throw refusedOrTaken;
      }
      if (!MessageDigest.isEqual(earlier.fingerprint(), fingerprint)) {
        throw ProblemException.of(CommonProblem.KEY_REUSED);
      }
      throw new ReplayedAnswer(earlier.status(), headers(earlier), earlier.body());
    }
  }

  private static Idempotent settings(InvocationContext call) {
    Idempotent onMethod = call.getMethod().getAnnotation(Idempotent.class);
    return onMethod != null
        ? onMethod
        : call.getMethod().getDeclaringClass().getAnnotation(Idempotent.class);
  }

  private @Nullable String key(boolean required) {
    List<String> values = context.request().headers().getAll(HEADER);
    if (values.isEmpty()) {
      if (required) {
        throw ProblemException.invalid("header:" + HEADER, "REQUIRED");
      }
      return null;
    }
    Matcher matcher = KEY.matcher(values.get(0).strip());
    if (values.size() > 1 || !matcher.matches()) {
      throw ProblemException.invalid("header:" + HEADER, "FORMAT");
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private IdempotencyRow row(
      Caller caller,
      String operation,
      String key,
      byte[] fingerprint,
      Object result,
      String[] secrets)
      throws IOException {
    int status = 200;
    Object entity = result;
    Map<String, String> headers = new LinkedHashMap<>();
    if (result instanceof Response response) {
      status = response.getStatus();
      entity = response.getEntity();
      for (String name : REPLAYED_HEADERS) {
        String value = response.getHeaderString(name);
        if (value != null) {
          headers.put(name, value);
        }
      }
    }
    return new IdempotencyRow(
        caller.party(),
        caller.subject(),
        operation,
        key,
        fingerprint,
        status,
        json.writeValueAsString(headers),
        body(entity, secrets));
  }

  private byte[] body(@Nullable Object entity, String[] secrets) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    if (secrets.length == 0) {
      return json.writeValueAsBytes(entity);
    }
    ObjectNode object = json.valueToTree(entity);
    object.remove(Arrays.asList(secrets));
    return json.writeValueAsBytes(object);
  }

  private Map<String, String> headers(IdempotencyRow earlier) throws IOException {
    return json.readValue(earlier.headers(), new TypeReference<>() {});
  }
}
