/** The authorities, their names over time, and the one contact that the letter names (O5). */
@NullMarked
package vn.phoihop.liaison.authority;

import org.jspecify.annotations.NullMarked;
