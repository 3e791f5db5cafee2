/**
 * What an enterprise says of a suspicious sign: its fields and their bounds, what is checked of
 * them beyond a field's form, and how grave they make it. Nothing here changes once it is said.
 */
@NullMarked
package vn.phoihop.incident.report;

import org.jspecify.annotations.NullMarked;
