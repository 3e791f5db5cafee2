package vn.phoihop.notification.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What EXPLAIN (ANALYZE) says of a statement. */
final class QueryPlan {

  private static final Pattern ROWS =
      Pattern.compile("rows=([0-9.]+) loops=([0-9]+)|Removed by [^:]*: ([0-9]+)");

  private QueryPlan() {}

  /** The most that one node came to, over its loops, with what its filter dropped. */
  static double mostRows(String plan) {
    double most = 0;
    Matcher node = ROWS.matcher(plan);
    while (node.find()) {
      String dropped = node.group(3);
      most =
          Math.max(
              most,
              dropped == null
                  ? Double.parseDouble(node.group(1)) * Long.parseLong(node.group(2))
                  : Double.parseDouble(dropped));
    }
    return most;
  }
}
