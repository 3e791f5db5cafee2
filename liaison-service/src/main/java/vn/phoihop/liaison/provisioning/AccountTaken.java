package vn.phoihop.liaison.provisioning;

/** The address logs in for another organisation: giving it to this one would take it away there. */
final class AccountTaken extends IllegalStateException {
  AccountTaken() {
    super("the e-mail address belongs to an account of another organisation");
  }
}
