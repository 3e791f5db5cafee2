/**
 * Short messages, for what cannot wait until somebody opens a mailbox: emergencies and escalations.
 * One gateway, over HTTP; off unless it is configured.
 */
@NullMarked
package vn.phoihop.notification.sms;

import org.jspecify.annotations.NullMarked;
