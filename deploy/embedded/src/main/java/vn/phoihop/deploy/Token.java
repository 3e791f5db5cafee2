package vn.phoihop.deploy;

import java.util.List;

final class Token {
  static void print(Settings settings, List<String> options) {
    throw new Failure("not yet");
  }
}
