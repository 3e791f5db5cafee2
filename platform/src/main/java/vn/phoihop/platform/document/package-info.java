/** Files: received to disk, hashed, encrypted in chunks, read back verified. */
@NullMarked
package vn.phoihop.platform.document;

import org.jspecify.annotations.NullMarked;
