package io.stillwater.executor.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stillwater.service.work.WorkSettings;

@ConfigMapping(prefix = "stillwater.executor.work")
public interface WorkConfig extends WorkSettings {
  /** Deployments and syncs that are worked on at the same time by this replica. */
  @Override
  @WithDefault("4")
  int threads();
}
