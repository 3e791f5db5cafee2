/**
 * E-mails that say that something happened and where to look, and nothing of what it was: to the
 * enterprise's liaison, who acts, and to its leader, who must be told.
 */
@NullMarked
package vn.phoihop.notification.email;

import org.jspecify.annotations.NullMarked;
