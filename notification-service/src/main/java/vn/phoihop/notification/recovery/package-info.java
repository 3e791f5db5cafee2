/**
 * What an owner asks to be sent once more after an outage, or after all: without a limit on how
 * much and how old, worked off by batches that go on where they stopped.
 */
@NullMarked
package vn.phoihop.notification.recovery;

import org.jspecify.annotations.NullMarked;
