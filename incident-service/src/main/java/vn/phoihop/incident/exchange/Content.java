package vn.phoihop.incident.exchange;

import java.time.Instant;
import java.util.List;
import vn.phoihop.incident.report.Indicator;

/** A version as it is kept. */
record Content(int version, Instant at, ExchangeContent content, List<Indicator> indicators) {}
