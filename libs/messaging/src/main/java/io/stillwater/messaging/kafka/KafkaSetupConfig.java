package io.stillwater.messaging.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "stillwater.kafka")
public interface KafkaSetupConfig {
  /** Whether missing topics are made at the start; else an operator makes them. */
  @WithDefault("true")
  boolean createTopics();

  /** Partitions of a topic that is made; those of an existing one are left alone. */
  @WithDefault("6")
  int partitions();

  /** -1 takes the broker's default. */
  @WithDefault("-1")
  short replicationFactor();

  /** How long the start waits for a broker before it fails. */
  @WithDefault("PT60S")
  Duration setupTimeout();
}
