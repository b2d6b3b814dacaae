package io.stillwater.service.catalogs;

import io.smallrye.config.ConfigMapping;

/** The limits as a service maps them. */
@ConfigMapping(prefix = "sample.engine")
interface SampleEngine extends EngineLimits {}
