/**
 * Which authorities a report goes to: read from the rules that the Department publishes, never
 * written in code.
 */
@NullMarked
package vn.phoihop.incident.routing;

import org.jspecify.annotations.NullMarked;
