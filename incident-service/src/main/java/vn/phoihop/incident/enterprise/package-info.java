/**
 * Enterprises as liaison-service last told of them: name, sectors and state beside an id. Also the
 * door for all of its facts.
 */
@NullMarked
package vn.phoihop.incident.enterprise;

import org.jspecify.annotations.NullMarked;
