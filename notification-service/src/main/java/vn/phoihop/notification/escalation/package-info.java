/**
 * A request for information that nobody acknowledges is told further up: liaison, deputy, leader,
 * Department, each after so many office hours.
 */
@NullMarked
package vn.phoihop.notification.escalation;

import org.jspecify.annotations.NullMarked;
