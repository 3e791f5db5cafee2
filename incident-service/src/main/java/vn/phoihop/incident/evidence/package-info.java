/**
 * Files that prove a report: sealed once with their hash, encrypted, typed by what they contain,
 * and with a row for everybody who had them in hand.
 */
@NullMarked
package vn.phoihop.incident.evidence;

import org.jspecify.annotations.NullMarked;
