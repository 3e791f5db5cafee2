/**
 * The lists that liaison-service publishes, as this service needs them: every version kept, the
 * valid one at hand in memory. Until each needed list has come once, the service is not ready.
 */
@NullMarked
package vn.phoihop.reporting.reference;

import org.jspecify.annotations.NullMarked;
