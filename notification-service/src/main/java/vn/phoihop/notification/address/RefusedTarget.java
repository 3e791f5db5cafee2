package vn.phoihop.notification.address;

/** A URL that no webhook goes to. The codes are those of {@code errors[].code}. */
public final class RefusedTarget extends Exception {

  /** Why; each is a code of the problem's {@code errors[]}. */
  public enum Reason {
    URL_MALFORMED,
    URL_SCHEME,
    URL_PORT,
    URL_USERINFO,
    URL_FRAGMENT,
    ADDRESS_FORBIDDEN,
    ADDRESS_PRIVATE,
    HANDSHAKE_REFUSED,
    /** The one that may pass: the name has no address at this moment. */
    HOST_UNRESOLVED
  }

  private final Reason reason;

  RefusedTarget(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether another try, unchanged, could end otherwise. */
  public boolean transientFault() {
    return reason == Reason.HOST_UNRESOLVED;
  }
}
