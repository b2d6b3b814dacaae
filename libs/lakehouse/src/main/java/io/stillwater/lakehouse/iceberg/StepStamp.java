package io.stillwater.lakehouse.iceberg;

import java.util.Objects;

/** Which step of which deployment made a commit; written into the commit itself. */
public record StepStamp(String deploymentId, String stepId) {
  static final String PROPERTY_PREFIX = "stillwater.step.";
  static final String SUMMARY_STEP = "stillwater.step-id";
  static final String SUMMARY_DEPLOYMENT = "stillwater.deployment-id";

  public StepStamp {
    Objects.requireNonNull(deploymentId, "deploymentId");
    Objects.requireNonNull(stepId, "stepId");
  }

  /** The table property whose value is the deployment id. */
  public String property() {
    return PROPERTY_PREFIX + stepId;
  }
}
