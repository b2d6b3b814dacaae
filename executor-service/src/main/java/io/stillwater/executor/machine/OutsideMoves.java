package io.stillwater.executor.machine;

import io.stillwater.events.check.CheckRequested;
import io.stillwater.executor.domain.Move;
import io.stillwater.executor.machine.Moves.Next.Job;
import io.stillwater.executor.steps.ImpossibleStepException;
import io.stillwater.executor.tables.PinComparison;
import io.stillwater.executor.tables.TableMarks;
import io.stillwater.executor.tables.TargetColumns;
import io.stillwater.executor.work.WorkItem;
import io.stillwater.service.work.Lease;
import io.stillwater.service.work.LeaseLostException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the moves that look at or change tables, outside of transactions, and records them. */
@ApplicationScoped
public class OutsideMoves {
  private final PinComparison pins;
  private final TargetColumns columns;
  private final TableMarks marks;
  private final StepRunner steps;
  private final UndoRunner undos;
  private final OutsideRecords records;

  OutsideMoves(
      PinComparison pins,
      TargetColumns columns,
      TableMarks marks,
      StepRunner steps,
      UndoRunner undos,
      OutsideRecords records) {
    this.pins = pins;
    this.columns = columns;
    this.marks = marks;
    this.steps = steps;
    this.undos = undos;
    this.records = records;
  }

  /**
   * @return false when it failed and the lease was given back, to look again later
   */
  boolean make(Lease<WorkItem> lease, Job job) {
    try {
      run(lease, job);
      return true;
    } catch (LeaseLostException e) {
      throw e;
    } catch (ImpossibleStepException | IllegalArgumentException e) {
      records.stuck(lease, e.getMessage());
      return true;
    } catch (RuntimeException e) {
      records.tryLater(lease, "it is tried again: " + e.getMessage());
      return false;
    }
  }

  private void run(Lease<WorkItem> lease, Job job) {
    Move.Outside move = job.move();
    if (move instanceof Move.Begin begin) {
      Optional<String> moved = pins.moved(job.context().plan());
      moved.ifPresentOrElse(
          what -> records.planIsStale(lease, what), () -> records.begin(lease, begin.first()));
    } else if (move instanceof Move.AskGate ask) {
      Map<String, List<CheckRequested.Column>> target = columns.of(job.context().plan());
      records.askGate(lease, ask, target);
    } else if (move instanceof Move.Attempt attempt) {
      Optional<String> moved =
          attempt.firstEffect() ? pins.moved(job.context().plan()) : Optional.empty();
      moved.ifPresentOrElse(
          what -> records.planIsStale(lease, what),
          () -> steps.run(lease, attempt.step(), job.context()));
    } else if (move instanceof Move.Undo undo) {
      undos.run(lease, undo.step(), job.context());
    } else if (move instanceof Move.Close close) {
      marks.remove(job.context().plan(), job.context().memories());
      records.close(lease, close.completed());
    }
  }
}
