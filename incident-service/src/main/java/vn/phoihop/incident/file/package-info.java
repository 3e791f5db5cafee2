/** Files as they come from and go to clients: what one is, what it may be called. */
@NullMarked
package vn.phoihop.incident.file;

import org.jspecify.annotations.NullMarked;
