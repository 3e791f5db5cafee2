package vn.phoihop.notification.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the SMS gateway is called. */
@ConfigMapping(prefix = "phoihop.sms")
interface SmsSettings {

  /** Where messages are POSTed; without it no short messages are sent. */
  Optional<URI> url();

  /** Sent as a bearer token. */
  Optional<String> token();

  /** Signs each call as Standard Webhooks 1.0.0 lays down: {@code whsec_} and base64. */
  Optional<String> secret();

  /** The sender's name at the gateway. */
  Optional<String> sender();

  /** For a whole call. */
  @WithDefault("10S")
  Duration timeout();
}
