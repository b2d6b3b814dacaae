package io.stillwater.validator.requests;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.validator.requests")
public interface RequestConfig {
  /** For requests that name no deadline. */
  @WithDefault("PT5M")
  Duration usualDeadline();

  /** How long before the asker's deadline the answer is on its way, whatever it is by then. */
  @WithDefault("PT5S")
  Duration deadlineMargin();

  /** After a first failed read; doubled with every further one. */
  @WithDefault("PT1S")
  Duration firstRetry();

  @WithDefault("PT30S")
  Duration maxRetry();
}
