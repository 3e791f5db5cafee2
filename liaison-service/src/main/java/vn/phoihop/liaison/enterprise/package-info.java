/**
 * The register of enterprises: registered and activated by the Department, then enrolled by whoever
 * has the enrolment code, which gives the enterprise's systems their credentials.
 */
@NullMarked
package vn.phoihop.liaison.enterprise;

import org.jspecify.annotations.NullMarked;
