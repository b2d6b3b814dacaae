package io.stillwater.executor.steps.iceberg;

import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.StepStamp;

/** Which table a step is about, and by which marks its commits are known. */
final class Stamps {
  private Stamps() {}

  static TableName table(StepContext context) {
    return TableName.parse(context.step().target());
  }

  static StepStamp of(StepContext context) {
    return new StepStamp(context.deploymentId(), context.step().id());
  }

  static StepStamp undoOf(StepContext context) {
    return new StepStamp(context.deploymentId(), context.step().id() + "-undo");
  }
}
