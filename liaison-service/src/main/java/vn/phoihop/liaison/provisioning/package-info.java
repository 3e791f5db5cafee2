/**
 * What other systems must do after a commit, retried until done: accounts in Keycloak, mail with an
 * enrolment code.
 */
@NullMarked
package vn.phoihop.liaison.provisioning;

import org.jspecify.annotations.NullMarked;
