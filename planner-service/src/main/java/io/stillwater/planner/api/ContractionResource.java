package io.stillwater.planner.api;

import io.stillwater.planner.contractions.Contractions;
import io.stillwater.planner.contractions.PendingContraction;
import io.stillwater.service.rest.Page;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/contractions")
public class ContractionResource {
  private final Contractions contractions;
  private final Clock clock;

  ContractionResource(Contractions contractions, Clock clock) {
    this.contractions = contractions;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "What completed deployments left to be dropped after its grace period")
  public Page<PendingContraction> list(@QueryParam("due") @DefaultValue("false") boolean due) {
    return Page.whole(due ? contractions.due(clock.instant()) : contractions.pending());
  }
}
