package io.stillwater.executor.api;

import io.stillwater.events.deployment.DeploymentEvent.Kept;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.service.problem.ProblemException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** A deployment as this service knows it, for those who run it; users ask the monitor. */
@Path("/deployments")
public class DeploymentResource {
  private final Deployments deployments;

  DeploymentResource(Deployments deployments) {
    this.deployments = deployments;
  }

  /** The machine's view. */
  public record View(
      String deploymentId,
      String planId,
      DeploymentState state,
      DeploymentState goesOnIn,
      String reason,
      String waitsFor,
      Instant soakUntil,
      Instant rollbackUntil,
      List<Kept> kept,
      List<StepView> steps) {}

  /** One step. */
  public record StepView(
      String id,
      StepState state,
      int attempts,
      Instant nextAttemptAt,
      String detail,
      String error) {}

  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  public View get(@PathParam("id") String id) {
    return deployments.find(id).map(DeploymentResource::view).orElseThrow(() -> unknown(id));
  }

  private static View view(TrackedDeployment tracked) {
    return new View(
        tracked.id(),
        tracked.plan().planId(),
        tracked.row().state,
        tracked.row().fromState,
        tracked.row().reason,
        tracked.row().waitsFor,
        tracked.row().soakUntil,
        tracked.row().rollbackUntil,
        tracked.kept(),
        tracked.plan().steps().map(tracked::step).map(DeploymentResource::view).toList());
  }

  private static StepView view(StepRow row) {
    return new StepView(
        row.stepId, row.state, row.attempts, row.nextAttemptAt, row.detail, row.lastError);
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("This executor has taken no plan of deployment " + id);
  }
}
