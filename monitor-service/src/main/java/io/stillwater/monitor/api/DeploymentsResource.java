package io.stillwater.monitor.api;

import io.smallrye.common.annotation.Blocking;
import io.stillwater.monitor.domain.history.DeploymentQuery;
import io.stillwater.monitor.domain.history.DeploymentView;
import io.stillwater.monitor.persistence.DeploymentPages;
import io.stillwater.monitor.persistence.DeploymentRepository;
import io.stillwater.monitor.persistence.EventRepository;
import io.stillwater.service.rest.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is and what was. */
@Path("/deployments")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeploymentsResource {
  private final DeploymentPages pages;
  private final DeploymentRepository deployments;
  private final EventRepository events;

  public DeploymentsResource(
      DeploymentPages pages, DeploymentRepository deployments, EventRepository events) {
    this.pages = pages;
    this.deployments = deployments;
    this.events = events;
  }

  @GET
  @Operation(
      summary = "Deployments, newest first",
      description =
          "state: one or more of the states, separated by commas; REFUSED and REJECTED list the"
              + " releases that never became a deployment. component: a component or a table."
              + " limit: 1 to 200, 50 where not said. after: \"next\" of the page before.")
  public Page<DeploymentSummary> list(
      @QueryParam("state") String state,
      @QueryParam("component") String component,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    DeploymentQuery query = QueryParameters.read(state, component, limit, after);
    List<DeploymentView> found = pages.list(query.oneMore());
    boolean more = found.size() > query.limit();
    List<DeploymentView> shown = more ? found.subList(0, query.limit()) : found;
    Instant now = Instant.now();
    return new Page<>(
        shown.stream().map(view -> DeploymentSummary.of(view.at(now))).toList(),
        more ? Cursor.behind(shown.get(shown.size() - 1)) : null);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One deployment with its phases, steps, verdicts and analysis")
  public DeploymentView get(@PathParam("id") String id) {
    return known(id).at(Instant.now());
  }

  @GET
  @Path("/{id}/events")
  @Operation(summary = "All that was said about a deployment, in the order in which it happened")
  public Page<EventItem> events(@PathParam("id") String id) {
    known(id);
    return Page.whole(events.inOrder(id).stream().map(EventItem::of).toList());
  }

  private DeploymentView known(String id) {
    return deployments.view(id).orElseThrow(() -> UnknownDeployment.of(id));
  }
}
