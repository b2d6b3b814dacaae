package io.stillwater.executor.lake;

import io.smallrye.config.ConfigMapping;
import io.stillwater.service.catalogs.EngineLimits;

/** What proofs, backfills and syncs may take of this machine. */
@ConfigMapping(prefix = "stillwater.executor.engine")
public interface EngineConfig extends EngineLimits {}
