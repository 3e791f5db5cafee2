/**
 * HTTP: calls that prepare, a client lean enough to generate load, the receiver, the bare sender.
 */
@NullMarked
package vn.phoihop.bench.http;

import org.jspecify.annotations.NullMarked;
