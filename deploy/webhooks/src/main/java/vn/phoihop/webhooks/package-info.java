/**
 * The conformance kit: calls a receiver of our webhooks as we would, and as a forger would, and
 * says what it does wrong. {@code deploy/conformance} compiles it with the JDK alone, so nothing
 * here has a dependency.
 */
@NullMarked
package vn.phoihop.webhooks;

import org.jspecify.annotations.NullMarked;
