package vn.phoihop.notification.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A page of the feed")
record FeedPage(
    List<FeedItem> items,
    @Schema(description = "the cursor to go on with, now or later; always there") String next,
    @Schema(description = "whether there is nothing more at this moment") boolean done) {}
