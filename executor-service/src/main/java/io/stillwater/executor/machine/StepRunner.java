package io.stillwater.executor.machine;

import io.stillwater.events.plan.Step;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.executor.steps.StepHandler.Effect;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.lakehouse.iceberg.TableEditException;
import io.stillwater.service.work.Lease;
import io.stillwater.service.work.LeaseLostException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Does one step: looks whether it is done, writes down the attempt, does it, writes that down. */
@ApplicationScoped
public class StepRunner {
  private static final Logger LOG = Logger.getLogger(StepRunner.class);

  private final StepHandlers handlers;
  private final StepRecords records;

  StepRunner(StepHandlers handlers, StepRecords records) {
    this.handlers = handlers;
    this.records = records;
  }

  void run(Lease<WorkItem> lease, Step step, JobContext job) {
    Optional<Done> effect;
    try {
      effect = attempt(lease, step, job);
    } catch (LeaseLostException e) {
      throw e;
    } catch (ProofFailedException e) {
      records.refuted(lease, step, e.getMessage());
      return;
    } catch (ImpossibleStepException | TableEditException | IllegalArgumentException e) {
      records.impossible(lease, step, e.getMessage());
      return;
    } catch (RuntimeException e) {
      LOG.warnf(e, "Step %s %s of %s failed", step.id(), step.kind(), lease.key().id());
      records.failed(lease, step, inWords(e));
      return;
    }
    effect.ifPresent(done -> records.done(lease, step, done.effect(), done.took()));
  }

  /** Empty when a command has changed the deployment's course before the attempt began. */
  private Optional<Done> attempt(Lease<WorkItem> lease, Step step, JobContext job) {
    StepHandler handler = handlers.of(step.kind());
    StepContext context = job.step(step);
    if (job.begun()) {
      Optional<Effect> there = handler.observe(context);
      if (there.isPresent()) {
        return there.map(effect -> new Done(effect, null));
      }
    }
    Map<String, String> memory = handler.prepare(context);
    return records.begun(lease, step, memory)
        ? Optional.of(act(handler, context.remembering(memory)))
        : Optional.empty();
  }

  private static Done act(StepHandler handler, StepContext context) {
    long start = System.nanoTime();
    Effect effect = handler.act(context);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    handler.verify(context);
    return new Done(effect, took);
  }

  /**
   * @param took null where the effect was found: counted from the attempt's beginning then
   */
  private record Done(Effect effect, Duration took) {}

  static String inWords(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
