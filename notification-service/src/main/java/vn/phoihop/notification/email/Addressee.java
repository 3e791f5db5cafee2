package vn.phoihop.notification.email;

/** Who of the enterprise gets the e-mail. */
enum Addressee {
  LIAISON,
  LEADER
}
