/**
 * What an enterprise does to stop a violation or to limit its damage: begun, reviewed, ended with
 * its effect, or reversed. It is the enterprise's own initiative; nobody approves it.
 */
@NullMarked
package vn.phoihop.incident.measure;

import org.jspecify.annotations.NullMarked;
