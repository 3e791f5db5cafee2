/**
 * How the persons of a party are reached: the read model of liaison-service's contacts, and whether
 * the last mail to each was refused. The only place of this service with personal data; nobody
 * reads it but those who send.
 */
@NullMarked
package vn.phoihop.notification.contact;

import org.jspecify.annotations.NullMarked;
