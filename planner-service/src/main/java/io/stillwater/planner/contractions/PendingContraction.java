package io.stillwater.planner.contractions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.release.ReleaseRef;
import java.time.Instant;
import java.util.List;

/**
 * What a completed deployment left for later.
 *
 * @param position its place among the plan's contractions, from 0
 * @param release the release that it is part of
 * @param due when its grace period ends
 * @param evidence what must be shown before it may be done
 * @param changes in the release's own grammar
 * @param blocked why it must wait even when it is due; null where nothing stands against it
 * @param reason what the last look at the evidence said; null before the first
 * @param contractionId the deployment that drops it; null while there is none
 */
public record PendingContraction(
    String deploymentId,
    @JsonIgnore int position,
    ReleaseRef release,
    String table,
    List<JsonNode> changes,
    Instant due,
    String evidence,
    String blocked,
    ContractionState state,
    String reason,
    String contractionId) {}
