package vn.phoihop.incident.measure;

import vn.phoihop.incident.incident.LiaisonScope;
import vn.phoihop.platform.identity.Caller;

/** A liaison acts on measures, and reads them, when designated for them. */
final class MeasureScope {

  private MeasureScope() {}

  static Caller check(Caller caller) {
    return LiaisonScope.check(caller, "MEASURE");
  }
}
