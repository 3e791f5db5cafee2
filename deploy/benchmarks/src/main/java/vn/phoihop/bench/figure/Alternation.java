package vn.phoihop.bench.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who is measured first, second, third in a round: each round begins with another. */
public final class Alternation {

  private Alternation() {}

  public static <T> List<T> order(List<T> sides, int round) {
    List<T> order = new ArrayList<>(sides);
    Collections.rotate(order, -(round % sides.size()));
    return order;
  }
}
