package io.stillwater.planner.messaging;

import io.stillwater.events.plan.Plan;
import io.stillwater.planner.catalogs.UnreadableCatalogException;
import io.stillwater.planner.contractions.ContractionProgress;
import io.stillwater.planner.domain.RefusedPlans;
import io.stillwater.planner.planning.ReleasePlanning;
import io.stillwater.planning.release.Release;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Gives every release a plan: a refused one where its tables stay unreadable or planning fails. */
@ApplicationScoped
class PatientPlanning {
  private static final Logger LOG = Logger.getLogger(PatientPlanning.class);

  private final ReleasePlanning planning;
  private final ContractionProgress contractions;
  private final Patience patience;

  PatientPlanning(
      ReleasePlanning planning,
      ContractionProgress contractions,
      PlanningConfig config,
      Clock clock) {
    this.planning = planning;
    this.contractions = contractions;
    this.patience = new Patience(config.catalogPatience(), clock);
  }

  /**
   * @param deployment whose release it is: one that carries out a contraction drops at once
   * @param cause the id of the event that asks for the plan
   * @throws CatalogAwaitedException when the event is to be tried again
   */
  Plan plan(Release release, String deployment, String cause) {
    Plan plan;
    try {
      plan =
          contractions.isContraction(deployment)
              ? planning.planContraction(release)
              : planning.planDeployment(release);
    } catch (UnreadableCatalogException e) {
      if (!patience.isExhausted(cause)) {
        throw new CatalogAwaitedException(e.getMessage());
      }
      plan = RefusedPlans.unreadable(release.ref(), release.digest(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "release %s of %s cannot be planned", release.ref().name(), cause);
      plan = RefusedPlans.failed(release.ref(), release.digest(), e.toString());
    }
    patience.forget(cause);
    return plan;
  }
}
