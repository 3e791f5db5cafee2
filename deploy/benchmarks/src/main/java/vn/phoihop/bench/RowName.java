package vn.phoihop.bench;

import java.util.Locale;
import vn.phoihop.bench.fanout.FanOutRow;
import vn.phoihop.bench.intake.IntakeRow;
import vn.phoihop.bench.isolation.IsolationRow;
import vn.phoihop.bench.lab.Row;
import vn.phoihop.bench.lists.ListsRow;
import vn.phoihop.bench.push.PushRow;
import vn.phoihop.bench.start.StartRow;

/**
 * The rows, in the order in which they run on one stack: a row that fills tables or stops services
 * comes after those that would feel it.
 */
enum RowName {
  START(new StartRow()),
  PUSH(new PushRow()),
  ISOLATION(new IsolationRow()),
  FAN_OUT(new FanOutRow()),
  INTAKE(new IntakeRow()),
  LISTS(new ListsRow());

  final Row row;

  RowName(Row row) {
    this.row = row;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
