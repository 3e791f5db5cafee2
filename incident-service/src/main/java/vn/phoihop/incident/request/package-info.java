/**
 * An authority asks, an enterprise answers: drafted, issued, acknowledged, answered item by item,
 * accepted or returned; clarified, extended, objected to. What is asked and answered is the two
 * sides' own; others read the header at most.
 */
@NullMarked
package vn.phoihop.incident.request;

import org.jspecify.annotations.NullMarked;
