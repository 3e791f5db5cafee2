package vn.phoihop.platform.problem;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body, or {@code header:Name}, {@code
 *     query:name}, {@code path:name}
 * @param code stable, upper case; its text is {@code error.<code>}, of FORMAT with args {@code
 *     error.FORMAT.values}
 * @param args fill {0}, {1} … of the text
 */
public record FieldError(String pointer, String code, List<Object> args) {

  /** A FORMAT of which the allowed values are known names them. */
  String textKey() {
    return "error." + code + (code.equals("FORMAT") && !args.isEmpty() ? ".values" : "");
  }
}
