package vn.phoihop.deploy;

/** Something a person has to know or mend; its message is printed alone, without a stack trace. */
public final class Failure extends RuntimeException {
  public Failure(String message) {
    super(message);
  }

  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
