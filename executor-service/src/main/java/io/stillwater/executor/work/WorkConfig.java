package io.stillwater.executor.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "stillwater.executor.work")
public interface WorkConfig extends io.stillwater.service.work.WorkConfig {
  /** Deployments and syncs that are worked on at the same time by this replica. */
  @Override
  @WithDefault("4")
  int threads();
}
