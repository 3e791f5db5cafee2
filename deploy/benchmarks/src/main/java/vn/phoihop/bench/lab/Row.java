package vn.phoihop.bench.lab;

import vn.phoihop.bench.figure.Outcome;

/** A row of the table: brings about what it needs, measures in rounds, and says what came out. */
public interface Row {

  Outcome measure(Lab lab);
}
