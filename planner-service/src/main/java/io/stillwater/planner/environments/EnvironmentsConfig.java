package io.stillwater.planner.environments;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "stillwater.environments")
public interface EnvironmentsConfig {
  /**
   * The folder of the environments' files, one document each, in it or in folders of it. Without
   * one, every environment gets the default rules. Read once, at start-up.
   */
  Optional<Path> dir();
}
