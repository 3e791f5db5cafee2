/**
 * How the persons of a party are reached: the read model of liaison-service's contacts. The only
 * place of this service with personal data; nobody reads it but the senders of e-mails.
 */
@NullMarked
package vn.phoihop.notification.contact;

import org.jspecify.annotations.NullMarked;
