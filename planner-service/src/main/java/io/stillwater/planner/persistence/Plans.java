package io.stillwater.planner.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.events.plan.Plan;
import io.stillwater.service.json.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Every plan that was made, by its id. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<PlanRow, String> {
  private static final String INSERT =
      """
      INSERT INTO plan (plan_id, status, risk, document, planned_at)
      VALUES (:id, :status, :risk, :document, :at) ON CONFLICT (plan_id) DO\s\
      """;
  private static final String IGNORE = "NOTHING";
  private static final String REPLACE =
      """
      UPDATE SET status = excluded.status, risk = excluded.risk,
                 document = excluded.document, planned_at = excluded.planned_at\
      """;

  /**
   * Keeps a plan. The same release against the same tables is the same plan, so it may be there
   * already; then a deployment's plan replaces it and a dry run's does not. One statement, since
   * two requests may plan the same at once.
   */
  public void keep(Plan plan, Instant at) {
    getEntityManager()
        .createNativeQuery(plan.deploymentId() == null ? INSERT + IGNORE : INSERT + REPLACE)
        .setParameter("id", plan.planId())
        .setParameter("status", plan.status().name())
        .setParameter("risk", plan.risk().name())
        .setParameter("document", JsonText.write(plan))
        .setParameter("at", at)
        .executeUpdate();
  }

  public Optional<Plan> plan(String planId) {
    return findByIdOptional(planId).map(row -> JsonText.read(row.document, Plan.class));
  }
}
