package vn.phoihop.incident.exchange;

import vn.phoihop.incident.incident.LiaisonScope;
import vn.phoihop.platform.identity.Caller;

/** A liaison acts on exchanges, and reads them, when designated for them. */
final class ExchangeScope {

  private ExchangeScope() {}

  static Caller check(Caller caller) {
    return LiaisonScope.check(caller, "EXCHANGE");
  }
}
