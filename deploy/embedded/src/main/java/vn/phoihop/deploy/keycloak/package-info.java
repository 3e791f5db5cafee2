/** What Keycloak itself loads from us; packed into a jar of its own. */
@NullMarked
package vn.phoihop.deploy.keycloak;

import org.jspecify.annotations.NullMarked;
