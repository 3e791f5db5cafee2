/**
 * How a person wants to be told: at once, once a day, or of some things not at all; in which
 * language; and when to be left alone. What must be told stays told.
 */
@NullMarked
package vn.phoihop.notification.preference;

import org.jspecify.annotations.NullMarked;
