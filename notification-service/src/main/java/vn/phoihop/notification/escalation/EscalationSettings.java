package vn.phoihop.notification.escalation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long each rung has to acknowledge a request before the next one is told. */
@ConfigMapping(prefix = "phoihop.escalation")
interface EscalationSettings {

  /** Office hours: half a working day. */
  @WithDefault("PT4H")
  Duration routine();

  /** Office hours. */
  @WithDefault("PT1H")
  Duration urgent();

  /** By day and by night: an emergency is answered within eight hours. */
  @WithDefault("PT30M")
  Duration emergency();

  /** How often is looked for what is due. */
  String poll();
}
