package io.stillwater.cli.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.cli.target.RestClient;
import io.stillwater.events.EventJson;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.release.Release;
import java.net.URI;

/** Plans by the planner service, against the tables as they are. */
public final class PlannerPlans implements PlanMaker {
  private final RestClient planner;

  public PlannerPlans(URI planner) {
    this.planner = new RestClient(planner);
  }

  @Override
  public Plan plan(ReleaseSource source, Release release) {
    try {
      return EventJson.MAPPER.treeToValue(
          planner.post(
              "/plans", EventJson.MAPPER.createObjectNode().set("release", source.document())),
          Plan.class);
    } catch (JsonProcessingException e) {
      throw new CliException(
          ExitCodes.ERROR, "The planner's answer is no plan: " + e.getOriginalMessage(), e);
    }
  }
}
