package vn.phoihop.platform.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A refusal on its way to the caller. Its message names the type alone: it may end up in a log. */
public final class ProblemException extends RuntimeException {

  private final transient ProblemType type;
  private final transient List<Object> args;
  private final transient List<FieldError> errors = new ArrayList<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  private ProblemException(ProblemType type, List<Object> args) {
    // An answer, not a fault: nobody reads where it came from, and filling in a trace is what
    // costs.
    super(type.slug(), null, true, false);
    this.type = type;
    this.args = args;
  }

  /** A refusal of this type; {@code args} fill {0}, {1} … of its detail. */
  public static ProblemException of(ProblemType type, Object... args) {
    return new ProblemException(type, List.of(args));
  }

  /** 400: one field is wrong. */
  public static ProblemException invalid(String pointer, String code, Object... args) {
    return of(CommonProblem.INVALID).field(pointer, code, args);
  }

  /** 400: the value of one field is none of those that there are; the answer names them. */
  public static ProblemException notOneOf(String pointer, Object... values) {
    return invalid(
        pointer,
        "FORMAT",
        Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** 404: it does not exist, or is not the caller's to see; the answer does not tell which. */
  public static ProblemException notFound() {
    return of(CommonProblem.NOT_FOUND);
  }

  /** 403: the role may call this, but not this caller. */
  public static ProblemException forbidden() {
    return of(CommonProblem.FORBIDDEN);
  }

  /** 409: another one with the same value of this field is there. */
  public static ProblemException duplicate(String pointer) {
    return of(CommonProblem.DUPLICATE).field(pointer, "DUPLICATE");
  }

  /** 503: a part that is needed is away; try again after so many seconds. */
  public static ProblemException unavailable(int retryAfterSeconds) {
    return of(CommonProblem.UNAVAILABLE).header("Retry-After", Integer.toString(retryAfterSeconds));
  }

  public ProblemException field(String pointer, String code, Object... args) {
    errors.add(new FieldError(pointer, code, List.of(args)));
    return this;
  }

  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** An extension member of the document (RFC 9457 §3.2). */
  public ProblemException member(String name, Object value) {
    members.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  List<Object> args() {
    return args;
  }

  public List<FieldError> errors() {
    return errors;
  }

  Map<String, String> headers() {
    return headers;
  }

  Map<String, Object> members() {
    return members;
  }
}
