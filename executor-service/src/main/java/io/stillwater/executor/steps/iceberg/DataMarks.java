package io.stillwater.executor.steps.iceberg;

import io.stillwater.lakehouse.iceberg.StepStamp;
import java.util.stream.StreamSupport;
import org.apache.iceberg.Table;

/** Data commits carry the step in the summary of their snapshot. */
final class DataMarks {
  private static final String STEP = "stillwater.step-id";
  private static final String DEPLOYMENT = "stillwater.deployment-id";

  private DataMarks() {}

  static boolean carries(Table table, StepStamp stamp) {
    return StreamSupport.stream(table.snapshots().spliterator(), false)
        .map(snapshot -> snapshot.summary())
        .anyMatch(
            summary ->
                stamp.stepId().equals(summary.get(STEP))
                    && stamp.deploymentId().equals(summary.get(DEPLOYMENT)));
  }
}
