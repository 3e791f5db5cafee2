package vn.phoihop.notification.delivery;

/** Something was said to somebody, whether or not a webhook tells it. */
public record Announced() {}
