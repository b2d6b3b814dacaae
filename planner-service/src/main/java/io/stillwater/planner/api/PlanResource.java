package io.stillwater.planner.api;

import io.stillwater.events.plan.Plan;
import io.stillwater.planner.catalogs.UnreadableCatalogException;
import io.stillwater.planner.persistence.Plans;
import io.stillwater.planner.planning.PlanMeters;
import io.stillwater.planner.planning.ReleasePlanning;
import io.stillwater.service.problem.ProblemException;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/plans")
public class PlanResource {
  private final ReleasePlanning planning;
  private final Plans plans;
  private final PlanMeters meters;
  private final Clock clock;

  PlanResource(ReleasePlanning planning, Plans plans, PlanMeters meters, Clock clock) {
    this.planning = planning;
    this.plans = plans;
    this.meters = meters;
    this.clock = clock;
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A plan by its planId")
  public Plan get(@PathParam("id") String id) {
    return plans
        .plan(id)
        .orElseThrow(() -> ProblemException.notFound("there is no plan '" + id + "'"));
  }

  /** A refused plan is an answer like any other: the request itself was in order. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Operation(
      summary = "Plans a release and applies nothing: {release, tables?}",
      description =
          "The release is a document or a text of YAML; tables is a TableSnapshot, without which"
              + " the live tables are read.")
  public Plan dryRun(byte[] body) {
    Plan plan = plan(DryRun.read(body));
    plans.keep(plan, clock.instant());
    meters.answered(plan);
    return plan;
  }

  private Plan plan(DryRun request) {
    try {
      return request
          .tables()
          .map(tables -> planning.plan(request.release(), tables))
          .orElseGet(() -> planning.plan(request.release()));
    } catch (UnreadableCatalogException e) {
      throw ProblemException.of(
          Status.SERVICE_UNAVAILABLE, e.getMessage() + "; try again, or send tables");
    }
  }
}
