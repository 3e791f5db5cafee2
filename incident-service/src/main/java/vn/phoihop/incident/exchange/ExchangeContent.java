package vn.phoihop.incident.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What a version says, beside its indicators; never edited.
 *
 * @param reason why it corrects the version before
 */
record ExchangeContent(
    String title, @Nullable String summary, @Nullable String purpose, @Nullable String reason) {}
