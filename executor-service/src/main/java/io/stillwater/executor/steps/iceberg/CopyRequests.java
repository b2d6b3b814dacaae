package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.CopyColumn;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.engine.CopyOutcome;
import io.stillwater.lakehouse.engine.CopyRequest;
import io.stillwater.lakehouse.engine.OnInvalid;

/** The copying of columns between the plan's words and the library's. */
public final class CopyRequests {
  private CopyRequests() {}

  public static CopyRequest of(CopyColumn copy) {
    return new CopyRequest(
        ColumnPath.parse(copy.from()),
        ColumnPath.parse(copy.to()),
        OnInvalid.parse(copy.onInvalid()),
        copy.bothWays());
  }

  static String inWords(CopyOutcome outcome) {
    if (!outcome.committed()) {
      return "nothing to copy" + conflicts(outcome);
    }
    return "%d row(s) copied, %d copied back, %d invalid, %d file(s) rewritten"
            .formatted(
                outcome.copied(), outcome.copiedBack(), outcome.invalid(), outcome.filesRewritten())
        + conflicts(outcome);
  }

  private static String conflicts(CopyOutcome outcome) {
    return outcome.conflicts() == 0
        ? ""
        : "; %d row(s) hold different values under both names and were left alone"
            .formatted(outcome.conflicts());
  }
}
