package io.stillwater.planner.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.stillwater.events.plan.Plan;
import io.stillwater.planner.domain.ReleaseRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The releases that were planned, each with the plan that stands for it now. */
@ApplicationScoped
public class Requests implements PanacheRepositoryBase<RequestRow, String> {
  private final Plans plans;

  Requests(Plans plans) {
    this.plans = plans;
  }

  /** Notes which plan answers the request; the plan must be kept before. */
  public void planned(ReleaseRequest request, String planId, Instant at) {
    RequestRow row = findById(request.deploymentId());
    boolean added = row == null;
    if (added) {
      row = new RequestRow();
      row.deploymentId = request.deploymentId();
      row.requestId = request.requestId();
      row.source = request.source().toString();
      row.document = request.document();
      row.receivedAt = request.receivedAt();
    }
    row.planId = planId;
    row.plannedAt = at;
    if (added) {
      persist(row);
    }
  }

  public Optional<ReleaseRequest> request(String deploymentId) {
    return findByIdOptional(deploymentId).map(Requests::request);
  }

  public Optional<Plan> currentPlan(String deploymentId) {
    return findByIdOptional(deploymentId).flatMap(this::plan);
  }

  /** Notes when a deployment ended that left something to be dropped later. */
  public void completed(String deploymentId, Instant at) {
    boolean leavesSomething =
        currentPlan(deploymentId).filter(plan -> !plan.contractions().isEmpty()).isPresent();
    if (leavesSomething) {
      findByIdOptional(deploymentId).ifPresent(row -> row.completedAt = at);
    }
  }

  /** A deployment that was COMPLETED may still be taken back. */
  public void rolledBack(String deploymentId) {
    findByIdOptional(deploymentId).ifPresent(row -> row.completedAt = null);
  }

  /** Those that left something to be dropped later, the first completed first. */
  public List<CompletedPlan> completedPlans() {
    return list("completedAt is not null order by completedAt").stream()
        .flatMap(row -> plan(row).stream().map(plan -> new CompletedPlan(plan, row.completedAt)))
        .toList();
  }

  /** Two deployments may share one plan; whose it is here is the request's to say. */
  private Optional<Plan> plan(RequestRow row) {
    return plans.plan(row.planId).map(plan -> plan.forRequest(row.requestId, row.deploymentId));
  }

  private static ReleaseRequest request(RequestRow row) {
    return new ReleaseRequest(
        row.deploymentId, row.requestId, URI.create(row.source), row.document, row.receivedAt);
  }
}
