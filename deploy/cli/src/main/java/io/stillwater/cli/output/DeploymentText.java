package io.stillwater.cli.output;

import com.fasterxml.jackson.databind.JsonNode;

/** Deployments as the monitor tells of them (contract, section 6), for people. */
public final class DeploymentText {
  private DeploymentText() {}

  public static String list(JsonNode deployments) {
    TextTable table =
        new TextTable(
            "DEPLOYMENT",
            "RELEASE",
            "VERSION",
            "ENVIRONMENT",
            "STATE",
            "RISK",
            "STARTED",
            "DURATION",
            "REASON");
    for (JsonNode item : deployments.path("items")) {
      table.row(
          text(item, "deploymentId"),
          release(item, "name"),
          release(item, "version"),
          text(item, "environment"),
          text(item, "state"),
          text(item, "risk"),
          text(item, "startedAt"),
          text(item, "duration"),
          text(item, "reason"));
    }
    return table.text();
  }

  public static String one(JsonNode deployment) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s  %s %s in %s: %s%n"
            .formatted(
                text(deployment, "deploymentId"),
                release(deployment, "name"),
                release(deployment, "version"),
                text(deployment, "environment"),
                text(deployment, "state")));
    if (deployment.hasNonNull("reason")) {
      text.append(text(deployment, "reason")).append(System.lineSeparator());
    }
    TextTable steps = new TextTable("STEP", "PHASE", "KIND", "TARGET", "STATE", "ATTEMPTS", "UNDO");
    for (JsonNode step : deployment.path("steps")) {
      steps.row(
          text(step, "id"),
          text(step, "phase"),
          text(step, "kind"),
          text(step, "target"),
          text(step, "state"),
          text(step, "attempts"),
          step.path("undo").isObject() ? text(step.path("undo"), "kind") : text(step, "undo"));
    }
    text.append(steps.text());
    for (JsonNode verdict : deployment.path("verdicts")) {
      text.append(
          "%n%s verdict: %s, %s"
              .formatted(text(verdict, "stage"), text(verdict, "action"), text(verdict, "reason")));
    }
    return text.toString();
  }

  public static String events(JsonNode events) {
    TextTable table = new TextTable("AT", "EVENT", "STATE", "WHAT");
    for (JsonNode event : events.isArray() ? events : events.path("items")) {
      JsonNode data = event.path("data");
      table.row(
          text(event, "at"),
          text(event, "type").replaceFirst("^io\\.stillwater\\.", ""),
          text(data, "state"),
          what(data));
    }
    return table.text();
  }

  private static String what(JsonNode data) {
    JsonNode step = data.path("step");
    if (step.isObject()) {
      return "%s %s %s".formatted(text(step, "id"), text(step, "kind"), text(step, "target"));
    }
    return data.hasNonNull("reason") ? text(data, "reason") : text(data, "phase");
  }

  private static String release(JsonNode deployment, String field) {
    JsonNode release = deployment.path("release");
    if (release.isObject()) {
      return text(release, field);
    }
    return field.equals("name") ? release.asText("") : text(deployment, field);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
