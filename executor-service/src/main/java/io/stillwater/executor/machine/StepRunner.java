package io.stillwater.executor.machine;

import io.stillwater.events.plan.Step;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.ProofFailedException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.executor.steps.StepHandler.Effect;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.work.Lease;
import io.stillwater.executor.work.LeaseLostException;
import io.stillwater.lakehouse.iceberg.TableEditException;
import jakarta.enterprise.context.ApplicationScoped;
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

  void run(Lease lease, Step step, JobContext job) {
    Optional<Effect> effect;
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
      LOG.warnf(e, "Step %s %s of %s failed", step.id(), step.kind(), lease.id());
      records.failed(lease, step, inWords(e));
      return;
    }
    effect.ifPresent(done -> records.done(lease, step, done));
  }

  /** Empty when a command has changed the deployment's course before the attempt began. */
  private Optional<Effect> attempt(Lease lease, Step step, JobContext job) {
    StepHandler handler = handlers.of(step.kind());
    StepContext context = job.step(step);
    if (job.begun()) {
      Optional<Effect> there = handler.observe(context);
      if (there.isPresent()) {
        return there;
      }
    }
    Map<String, String> memory = handler.prepare(context);
    return records.begun(lease, step, memory)
        ? Optional.of(handler.act(context.remembering(memory)))
        : Optional.empty();
  }

  static String inWords(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
