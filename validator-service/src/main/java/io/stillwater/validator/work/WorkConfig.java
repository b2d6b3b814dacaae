package io.stillwater.validator.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "stillwater.validator.work")
public interface WorkConfig extends io.stillwater.service.work.WorkConfig {
  /** Requests that this replica answers at the same time. */
  @Override
  @WithDefault("2")
  int threads();
}
