package vn.phoihop.notification.contact;

enum ContactRole {
  PRIMARY,
  DEPUTY,
  LEADER
}
