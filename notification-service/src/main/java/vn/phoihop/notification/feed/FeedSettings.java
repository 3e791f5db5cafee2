package vn.phoihop.notification.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the operator decides about the feed. */
@ConfigMapping(prefix = "phoihop.feed")
interface FeedSettings {

  /** Streams that a party may have open at one instance. */
  @WithDefault("20")
  int streamsPerParty();

  /** How often a stream that has nothing to say shows that it is alive. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How long a client may take nothing of what is there for it, before its stream is closed. */
  @WithDefault("30s")
  Duration patience();
}
