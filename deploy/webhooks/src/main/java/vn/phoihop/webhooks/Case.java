package vn.phoihop.webhooks;

import java.util.function.Function;

/**
 * One thing that a receiver does right or wrong.
 *
 * @param expected as the table shows it
 * @param why what goes wrong in the field where it is not so
 */
record Case(String name, String expected, String why, Function<Endpoint, Verdict> trial) {

  /** How it went. ASK: only the receiver's own records can tell. */
  enum Mark {
    OK,
    FAIL,
    ASK
  }

  record Verdict(String got, Mark mark) {
    static Verdict of(String got, boolean ok) {
      return new Verdict(got, ok ? Mark.OK : Mark.FAIL);
    }
  }
}
