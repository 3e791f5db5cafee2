/**
 * The keys by which the installation signs webhooks for whoever asks: receivers verify with what is
 * published and share no secret.
 */
@NullMarked
package vn.phoihop.notification.signing;

import org.jspecify.annotations.NullMarked;
