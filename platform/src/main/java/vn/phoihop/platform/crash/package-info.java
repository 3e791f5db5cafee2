/** Where tests let a service die: between what is durable and what is said of it. */
@org.jspecify.annotations.NullMarked
package vn.phoihop.platform.crash;
