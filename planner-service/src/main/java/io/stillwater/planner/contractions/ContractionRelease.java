package io.stillwater.planner.contractions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;

/** The small release that a contraction becomes, linked to the one that left it. */
final class ContractionRelease {
  /** The label that names the deployment whose contraction a release is. */
  static final String LABEL = "contracts";

  private ContractionRelease() {}

  static ObjectNode document(PendingContraction contraction) {
    ObjectNode document = EventJson.MAPPER.createObjectNode();
    document.put("apiVersion", "stillwater/v1").put("kind", "Release");
    ObjectNode metadata = document.putObject("metadata");
    metadata
        .put("name", contraction.release().name() + "-contraction-" + contraction.position())
        .put("version", contraction.release().version())
        .put("environment", contraction.release().environment());
    metadata.putObject("labels").put(LABEL, contraction.deploymentId());
    ObjectNode table = document.putObject("spec").putArray("tables").addObject();
    table.put("table", contraction.table());
    table.putArray("changes").addAll(contraction.changes());
    return document;
  }

  /** The same for every replica and every try, so that a second one is a duplicate. */
  static String eventId(PendingContraction contraction, int attempt) {
    return "contraction-%s-%d-%d"
        .formatted(contraction.deploymentId(), contraction.position(), attempt);
  }
}
