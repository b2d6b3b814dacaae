package io.stillwater.planning.assembly;

import io.stillwater.events.plan.Estimate;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.steps.StepDraft;
import java.util.List;

/** What a change costs in data: the whole table where a step reads or rewrites its rows. */
public final class Estimates {
  private Estimates() {}

  /** Null where only metadata change, and for a table of which no size is known. */
  public static Estimate of(List<StepDraft> steps, TableState table) {
    boolean sized = table.records() != null || table.files() != null || table.bytes() != null;
    return sized && steps.stream().anyMatch(Estimates::touchesData)
        ? new Estimate(table.records(), table.files(), table.bytes())
        : null;
  }

  private static boolean touchesData(StepDraft step) {
    return switch (step.kind()) {
      case BACKFILL, VALIDATE -> true;
      default -> false;
    };
  }
}
