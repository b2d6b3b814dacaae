package io.stillwater.executor.machine;

import io.stillwater.events.plan.Step;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.executor.steps.StepHandler;
import io.stillwater.executor.steps.StepHandler.Undone;
import io.stillwater.executor.steps.StepHandlers;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.lakehouse.iceberg.TableEditException;
import io.stillwater.service.work.Lease;
import io.stillwater.service.work.LeaseLostException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Takes one step back. */
@ApplicationScoped
public class UndoRunner {
  private static final Logger LOG = Logger.getLogger(UndoRunner.class);

  private final StepHandlers handlers;
  private final UndoRecords records;

  UndoRunner(StepHandlers handlers, UndoRecords records) {
    this.handlers = handlers;
    this.records = records;
  }

  void run(Lease<WorkItem> lease, Step step, JobContext job) {
    StepHandler handler = handlers.of(step.kind());
    StepContext context = job.step(step);
    try {
      if (records.begun(lease, step)) {
        undo(lease, handler, context, job.done());
      }
    } catch (LeaseLostException e) {
      throw e;
    } catch (ImpossibleStepException | TableEditException e) {
      records.ended(lease, step, new Undone.Kept(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.warnf(e, "The undo of step %s %s of %s failed", step.id(), step.kind(), lease.key().id());
      records.failed(lease, step, StepRunner.inWords(e));
    }
  }

  private void undo(Lease<WorkItem> lease, StepHandler handler, StepContext context, boolean done) {
    if (!done) {
      if (handler.observe(context).isEmpty()) {
        records.neverDone(lease, context.step());
        return;
      }
      records.foundDone(lease, context.step());
    }
    records.ended(lease, context.step(), handler.undo(context));
  }
}
