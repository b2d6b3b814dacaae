package io.stillwater.events;

import java.util.List;

/** The topics of the contract, section 5. Names change only with a new major version of a type. */
public final class Topics {
  public static final String RELEASES = "stillwater.releases.v1";
  public static final String PLANS = "stillwater.plans.v1";
  public static final String DEPLOYMENTS = "stillwater.deployments.v1";
  public static final String CHECKS = "stillwater.checks.v1";
  public static final String METRICS = "stillwater.metrics.v1";
  public static final String COMMANDS = "stillwater.commands.v1";

  public static final List<String> ALL =
      List.of(RELEASES, PLANS, DEPLOYMENTS, CHECKS, METRICS, COMMANDS);

  private Topics() {}

  /** Where a consumer group puts the records of a topic that it must understand and cannot. */
  public static String deadLetter(String topic, String consumerGroup) {
    return topic + "." + consumerGroup + ".dlq";
  }
}
