package vn.phoihop.notification.email;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phoihop.notification.contact.ContactRole;
import vn.phoihop.notification.preference.Language;

/**
 * A notice with all that is needed to word and to send it.
 *
 * @param person null for the Department
 * @param role of the person; null for the Department
 * @param address of mail, or a telephone number
 * @param enterprise what it is called; null where nobody has said
 * @param lines what a digest tells of; empty for any other notice
 */
record Letter(
    Notice notice,
    @Nullable UUID person,
    @Nullable ContactRole role,
    String address,
    @Nullable String enterprise,
    Language language,
    List<Line> lines) {

  /** One of the matters that a digest tells of. */
  record Line(NoticeKind kind, UUID objectId, String reference) {}
}
