package vn.phoihop.platform.problem;

/** The refusals that every service knows. */
public enum CommonProblem implements ProblemType {
  MALFORMED(400),
  INVALID(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  FORBIDDEN_TRANSITION(409),
  CONCURRENT_CHANGE(409),
  DUPLICATE(409),
  STILL_POISON(409),
  PRECONDITION_FAILED(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  KEY_REUSED(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  TOO_MANY_TRANSFERS(429),
  INTERNAL(500),
  UNAVAILABLE(503);

  private final int status;

  CommonProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
