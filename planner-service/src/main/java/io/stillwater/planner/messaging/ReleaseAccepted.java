package io.stillwater.planner.messaging;

/**
 * @param requestId the {@code ce_id} of the published {@code release.requested}
 * @param deploymentId under which its plan and its deployment will be known
 */
public record ReleaseAccepted(String requestId, String deploymentId) {}
