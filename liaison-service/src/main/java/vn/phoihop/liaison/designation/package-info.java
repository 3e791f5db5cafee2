/**
 * Whom an enterprise designates in writing to work with the authorities (letter, O1): drafted with
 * the signed document, approved by the Department, superseded, revoked or expired.
 */
@NullMarked
package vn.phoihop.liaison.designation;

import org.jspecify.annotations.NullMarked;
