/**
 * Warnings from one organisation to others: published to those whom their TLP allows, corrected,
 * recalled, expired; and each recipient's receipt. Who else received one is nobody's to know but
 * its owner's.
 */
@NullMarked
package vn.phoihop.incident.exchange;

import org.jspecify.annotations.NullMarked;
