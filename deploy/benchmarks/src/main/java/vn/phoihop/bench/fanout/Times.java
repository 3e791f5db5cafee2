package vn.phoihop.bench.fanout;

/** Seconds of one event: until the last webhook came, and until all of them were on record. */
record Times(double arrived, double recorded) {}
