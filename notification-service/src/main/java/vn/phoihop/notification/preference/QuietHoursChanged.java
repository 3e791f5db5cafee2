package vn.phoihop.notification.preference;

import java.util.UUID;

/** What was held for a person because of its former quiet hours may be due now. */
public record QuietHoursChanged(UUID personId) {}
