/** Row lists: pages at any depth of a large table, beside the first page. */
@NullMarked
package vn.phoihop.bench.lists;

import org.jspecify.annotations.NullMarked;
