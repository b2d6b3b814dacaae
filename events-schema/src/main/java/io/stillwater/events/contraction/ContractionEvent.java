package io.stillwater.events.contraction;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.release.ReleaseRef;
import java.time.Instant;
import java.util.List;

/**
 * What became of something that a completed deployment left to be dropped after its grace period.
 *
 * @param deploymentId the deployment that left it
 * @param release the release of that deployment
 * @param changes in the release's own grammar
 * @param due when the grace period ended
 * @param reason in words: the evidence that it may be dropped, or what it is held for
 * @param consumers who still reads it
 * @param contractionId the deployment that drops it; null while it is held
 */
public record ContractionEvent(
    String deploymentId,
    ReleaseRef release,
    String table,
    List<JsonNode> changes,
    Instant due,
    Instant at,
    String reason,
    List<Consumer> consumers,
    String contractionId) {
  public ContractionEvent {
    changes = List.copyOf(changes);
    consumers = consumers == null ? List.of() : List.copyOf(consumers);
  }
}
