/** Facts on their way to Kafka: written with the change, sent by one relay a service. */
@NullMarked
package vn.phoihop.platform.outbox;

import org.jspecify.annotations.NullMarked;
