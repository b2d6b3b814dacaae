package io.stillwater.validator.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stillwater.service.work.WorkSettings;

@ConfigMapping(prefix = "stillwater.validator.work")
public interface WorkConfig extends WorkSettings {
  /** Requests that this replica answers at the same time. */
  @Override
  @WithDefault("2")
  int threads();
}
