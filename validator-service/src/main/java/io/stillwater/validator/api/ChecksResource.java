package io.stillwater.validator.api;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.service.problem.ProblemException;
import io.stillwater.service.rest.Page;
import io.stillwater.validator.persistence.DeploymentChecks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What was checked and what came of it. */
@Path("/deployments")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ChecksResource {
  private final DeploymentChecks checks;

  public ChecksResource(DeploymentChecks checks) {
    this.checks = checks;
  }

  @GET
  @Path("/{id}/checks")
  @Operation(
      summary = "All checks of a deployment, in the order in which they were asked for",
      description = "A check without a status has no result yet; its detail is the last failure.")
  public Page<CheckItem> checks(@PathParam("id") String id) {
    List<CheckItem> items =
        checks.of(id).orElseThrow(() -> unknown(id)).stream().map(CheckItem::of).toList();
    return Page.whole(items);
  }

  private static ProblemException unknown(String deploymentId) {
    return ProblemException.notFound(
        "No checks of a deployment " + deploymentId + " were asked for");
  }
}
