package io.stillwater.validator.lake;

import io.smallrye.config.ConfigMapping;
import io.stillwater.service.catalogs.EngineLimits;

/** What checks may take of this machine. */
@ConfigMapping(prefix = "stillwater.validator.engine")
public interface EngineConfig extends EngineLimits {}
