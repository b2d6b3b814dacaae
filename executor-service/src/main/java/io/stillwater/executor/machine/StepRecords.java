package io.stillwater.executor.machine;

import com.fasterxml.jackson.core.type.TypeReference;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.domain.Running;
import io.stillwater.executor.domain.StepState;
import io.stillwater.executor.messaging.DeploymentEvents;
import io.stillwater.executor.persistence.Deployments;
import io.stillwater.executor.persistence.StepRow;
import io.stillwater.executor.persistence.TrackedDeployment;
import io.stillwater.executor.steps.StepHandler.Effect;
import io.stillwater.executor.sync.ColumnSyncs;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.executor.work.WorkQueue;
import io.stillwater.service.json.JsonText;
import io.stillwater.service.work.Lease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes down how a step went, apart from doing it: each call is one fenced transaction. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StepRecords {
  static final TypeReference<Map<String, String>> MEMORY = new TypeReference<>() {};

  private final Deployments deployments;
  private final WorkQueue work;
  private final DeploymentEvents events;
  private final ColumnSyncs syncs;
  private final Retreat retreat;
  private final MachineConfig config;

  StepRecords(
      Deployments deployments,
      WorkQueue work,
      DeploymentEvents events,
      ColumnSyncs syncs,
      Retreat retreat,
      MachineConfig config) {
    this.deployments = deployments;
    this.work = work;
    this.events = events;
    this.syncs = syncs;
    this.retreat = retreat;
    this.config = config;
  }

  /**
   * An attempt begins.
   *
   * @return false when a command has changed the deployment's course meanwhile
   */
  public boolean begun(Lease<WorkItem> lease, Step step, Map<String, String> memory) {
    TrackedDeployment tracked = lock(lease);
    if (!(tracked.deployment() instanceof Running) || tracked.row().pauseReason != null) {
      return false;
    }
    StepRow row = tracked.step(step);
    Instant now = Instant.now();
    if (row.startedAt == null) {
      row.startedAt = now;
      row.deadlineAt = now.plus(config.stepDeadline());
    }
    row.state = StepState.RUNNING;
    row.attempts++;
    row.lastError = null;
    row.nextAttemptAt = null;
    row.memory = JsonText.write(memory);
    events.stepStarted(tracked, step);
    return true;
  }

  /**
   * @param took null: as long as it is since the first attempt
   */
  public void done(Lease<WorkItem> lease, Step step, Effect effect, Duration took) {
    TrackedDeployment tracked = lock(lease);
    StepRow row = tracked.step(step);
    Map<String, String> memory = new HashMap<>(JsonText.read(row.memory, MEMORY));
    memory.putAll(effect.memory());
    row.memory = JsonText.write(memory);
    row.state = StepState.DONE;
    row.detail = effect.detail();
    row.lastError = null;
    row.finishedAt = Instant.now();
    Duration duration = took == null ? Duration.between(row.startedAt, row.finishedAt) : took;
    events.stepCompleted(tracked, step, effect.detail(), duration);
    if (step.kind() == StepKind.SYNC && tracked.deployment() instanceof Running) {
      syncs.begin(tracked, step, (StepArguments.CopyColumn) step.arguments());
    }
  }

  /** The attempt failed; it is made again after a while, up to the limit. */
  public void failed(Lease<WorkItem> lease, Step step, String error) {
    failed(lock(lease), step, error);
  }

  /** No attempt can succeed, and none has changed anything. */
  public void impossible(Lease<WorkItem> lease, Step step, String error) {
    TrackedDeployment tracked = lock(lease);
    failed(tracked, step, error);
    StepRow row = tracked.step(step);
    row.state = StepState.PENDING;
    row.attemptLimit = row.attempts;
  }

  /** The data speak against it: the deployment goes back. */
  public void refuted(Lease<WorkItem> lease, Step step, String error) {
    TrackedDeployment tracked = lock(lease);
    failed(tracked, step, error);
    tracked.step(step).state = StepState.FAILED;
    retreat.from(tracked, "%s %s: %s".formatted(step.id(), step.kind(), error));
  }

  private void failed(TrackedDeployment tracked, Step step, String error) {
    StepRow row = tracked.step(step);
    if (row.state == StepState.PENDING || row.lastError != null) {
      // It failed before the attempt could be written down.
      row.attempts++;
    }
    row.lastError = error;
    row.nextAttemptAt = Instant.now().plus(config.backoff().after(row.attempts));
    events.stepFailed(tracked, step, error);
  }

  private TrackedDeployment lock(Lease<WorkItem> lease) {
    TrackedDeployment tracked = deployments.lock(lease.key().id()).orElseThrow();
    work.fence(lease);
    return tracked;
  }
}
