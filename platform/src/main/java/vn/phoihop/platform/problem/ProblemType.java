package vn.phoihop.platform.problem;

import java.util.Locale;

/**
 * A kind of refusal, implemented by enums. Its texts are {@code <slug>.title} and {@code
 * <slug>.detail} in problems_*.properties.
 */
public interface ProblemType {

  String name();

  /** The HTTP status that it is answered with. */
  int status();

  default String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stable {@code type} of RFC 9457; docs/problems.md describes each. */
  default String urn() {
    return "urn:phoihop:problem:" + slug();
  }
}
