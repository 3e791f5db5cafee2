/** Working days and office hours: the read model of liaison-service's list CALENDARS. */
@NullMarked
package vn.phoihop.notification.calendar;

import org.jspecify.annotations.NullMarked;
