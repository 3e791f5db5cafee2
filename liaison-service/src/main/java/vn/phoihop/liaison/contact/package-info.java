/**
 * How a person is reached, told to notification-service on a topic of its own; and whom it could
 * not reach.
 */
@NullMarked
package vn.phoihop.liaison.contact;

import org.jspecify.annotations.NullMarked;
