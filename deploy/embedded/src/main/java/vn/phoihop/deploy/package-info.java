/**
 * Runs the whole product on one machine without containers: PostgreSQL, Kafka, Keycloak, an SMTP
 * sink and the four services as processes of their own, their data and secrets in one folder.
 */
@NullMarked
package vn.phoihop.deploy;

import org.jspecify.annotations.NullMarked;
