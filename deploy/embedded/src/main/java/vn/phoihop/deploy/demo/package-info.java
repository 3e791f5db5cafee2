/**
 * The main flow of the product, walked by the parties themselves: an enterprise, the Department,
 * the Police, Customs. Every step says what came back; the first that is not as it should be ends
 * it.
 */
@NullMarked
package vn.phoihop.deploy.demo;

import org.jspecify.annotations.NullMarked;
