package io.stillwater.cli.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.EventJson;
import io.stillwater.events.deployment.DeploymentState;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** The monitor's list of deployments, its pages put together. */
public final class DeploymentList {
  private static final int PAGE = 100;

  private final RestClient monitor;

  public DeploymentList(URI monitor) {
    this.monitor = new RestClient(monitor);
  }

  /**
   * @param component null for all
   */
  public JsonNode all(String component) {
    return read(component == null ? "" : parameter("component", component), deployment -> true);
  }

  public JsonNode inState(String state) {
    return read(parameter("state", state), deployment -> true);
  }

  public JsonNode unfinished() {
    return read("", deployment -> !ended(deployment.path("state").asText()));
  }

  private JsonNode read(String filter, Predicate<JsonNode> wanted) {
    ObjectNode all = EventJson.MAPPER.createObjectNode();
    ArrayNode items = all.putArray("items");
    String after = "";
    do {
      JsonNode page = monitor.get("/deployments?limit=" + PAGE + filter + after);
      page.path("items")
          .forEach(
              item -> {
                if (wanted.test(item)) {
                  items.add(item);
                }
              });
      after = page.hasNonNull("next") ? parameter("after", page.path("next").asText()) : "";
    } while (!after.isEmpty());
    return all;
  }

  /** FAILED_NEEDS_HUMAN still waits for somebody, so it has not ended. */
  private static boolean ended(String state) {
    return state.equals(DeploymentState.COMPLETED.name())
        || state.equals(DeploymentState.ROLLED_BACK.name());
  }

  private static String parameter(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
