package io.stillwater.events.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * What must wait until nobody reads it any more.
 *
 * @param after the grace period, counted from the end of the deployment
 * @param evidence what must be shown before it falls due
 * @param changes in the release's own grammar, ready to become a release
 */
public record Contraction(Duration after, String table, String evidence, List<JsonNode> changes) {
  public Contraction {
    changes = Plan.copy(changes);
  }
}
