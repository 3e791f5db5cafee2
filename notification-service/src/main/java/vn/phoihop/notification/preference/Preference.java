package vn.phoihop.notification.preference;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person has chosen. */
public record Preference(
    UUID personId,
    Language language,
    Set<NoticeClass> digested,
    Set<NoticeClass> muted,
    @Nullable QuietHours quietHours,
    long sequence) {

  public Preference {
    digested = Set.copyOf(digested);
    muted = Set.copyOf(muted);
  }

  /** Of a person who has chosen nothing. */
  public static Preference none(UUID personId) {
    return new Preference(personId, Language.BOTH, Set.of(), Set.of(), null, 1);
  }

  public Telling of(NoticeClass noticeClass) {
    return muted.contains(noticeClass)
        ? Telling.MUTED
        : digested.contains(noticeClass) ? Telling.DAILY_DIGEST : Telling.AT_ONCE;
  }

  /** Until when the person is to be left alone; empty: now is fine. */
  public Optional<Instant> quietUntil(Instant now) {
    return quietHours == null ? Optional.empty() : quietHours.end(now);
  }
}
