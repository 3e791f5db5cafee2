/** State machines as one enum each: states, and the moves between them. */
@NullMarked
package vn.phoihop.platform.state;

import org.jspecify.annotations.NullMarked;
