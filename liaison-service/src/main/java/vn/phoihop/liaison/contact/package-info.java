/** How a person is reached, told to notification-service on a topic of its own. */
@NullMarked
package vn.phoihop.liaison.contact;

import org.jspecify.annotations.NullMarked;
