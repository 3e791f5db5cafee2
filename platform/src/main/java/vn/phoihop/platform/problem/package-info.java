/** Every refusal as RFC 9457 problem+json, in Vietnamese and English. */
@NullMarked
package vn.phoihop.platform.problem;

import org.jspecify.annotations.NullMarked;
