package vn.phoihop.notification.email;

enum Channel {
  EMAIL,
  SMS
}
