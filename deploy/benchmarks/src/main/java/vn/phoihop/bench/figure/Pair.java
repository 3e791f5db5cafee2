package vn.phoihop.bench.figure;

import java.util.Comparator;
import java.util.List;

/** Ours and the opponent's, measured in the same round: only their ratio means something. */
public record Pair(double ours, double against) {

  public double ratio() {
    return ours / against;
  }

  /**
   * The round in the middle by ratio, whole, so that its figures belong together; of an even number
   * the worse of the two in the middle.
   */
  public static Pair middle(List<Pair> rounds, Reach reach) {
    Comparator<Pair> byRatio = Comparator.comparingDouble(Pair::ratio);
    List<Pair> worstFirst =
        rounds.stream().sorted(reach.atLeast() ? byRatio : byRatio.reversed()).toList();
    return worstFirst.get((worstFirst.size() - 1) / 2);
  }
}
