package vn.phoihop.reporting.obligation;

import java.time.Instant;
import java.util.UUID;

/** What a campaign asks for. */
public record CampaignTerms(UUID id, String title, String period, Instant dueAt) {}
