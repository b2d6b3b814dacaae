package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.TableSteps;

/** A higher writer version, with the reader version that belongs to it. */
final class DeltaUpgrade {
  /** Column mapping comes with reader 2 and writer 5. */
  static final int MAPPING_WRITER = 5;

  static final int MAPPING_READER = 2;

  private DeltaUpgrade() {}

  static int readerOf(int writer, DeltaProtocol before) {
    return writer < MAPPING_WRITER
        ? before.minReader()
        : Math.max(MAPPING_READER, before.minReader());
  }

  static StepDraft step(DeltaTable table, int version, TableSteps steps) {
    int before = table.protocol().minWriter();
    return steps
        .expand(
            StepKind.UPGRADE_FORMAT,
            "Raise " + table.model().name() + " from writer " + before + " to writer " + version,
            new StepArguments.UpgradeFormat(before, version),
            steps.sql().upgrade(version),
            Undos.NOTHING)
        .asPointOfNoReturn();
  }
}
