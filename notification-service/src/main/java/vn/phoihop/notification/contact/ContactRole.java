package vn.phoihop.notification.contact;

public enum ContactRole {
  PRIMARY,
  DEPUTY,
  LEADER
}
