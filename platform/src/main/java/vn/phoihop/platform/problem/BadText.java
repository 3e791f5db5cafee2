package vn.phoihop.platform.problem;

import java.io.IOException;

/**
 * A value in the body that is text but cannot be kept: found while it is read, so that its pointer
 * is known.
 */
public final class BadText extends IOException {

  private final String code;

  public BadText(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
