/** Encryption at rest; every encrypted row names its key. */
@NullMarked
package vn.phoihop.platform.crypto;

import org.jspecify.annotations.NullMarked;
