package io.stillwater.planning.assembly;

import io.stillwater.planning.formats.FormatPlanning;
import io.stillwater.planning.formats.Formats;
import io.stillwater.planning.steps.StepDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What protects each table that has data, so that its state before outlives the deployment. */
final class ProtectSteps {
  private ProtectSteps() {}

  static List<StepDraft> of(List<TableOutcome> tables, Duration keep) {
    return tables.stream()
        .filter(TableOutcome::hasEffects)
        .filter(table -> table.before() != null && table.before().hasData())
        .flatMap(table -> of(table, keep).stream())
        .toList();
  }

  private static List<StepDraft> of(TableOutcome table, Duration keep) {
    FormatPlanning format = Formats.of(table.before().base().format());
    List<StepDraft> effects =
        table.planned().stream().flatMap(change -> change.steps().stream()).toList();
    List<StepDraft> steps = new ArrayList<>(format.retain(table.before(), effects, keep));
    steps.addAll(format.protect(table.before(), keep));
    return steps;
  }
}
