package vn.phoihop.bench.intake;

import java.time.Duration;

/** Sends a script's transaction from many clients, each when its former one is committed. */
interface Driver {

  String name();

  /** Transactions a second; a transaction that fails is a failure of the run. */
  double run(Script script, int clients, Duration length);
}
