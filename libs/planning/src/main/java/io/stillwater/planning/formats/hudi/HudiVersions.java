package io.stillwater.planning.formats.hudi;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.Undo;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.Expansion;
import io.stillwater.planning.strategy.TableSteps;
import java.util.List;
import java.util.Map;

/** Changes of the table's version, which Hudi does in both directions. */
final class HudiVersions {
  private static final List<String> NAMES =
      List.of("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE");

  private HudiVersions() {}

  /** As Hudi's procedures write it ({@code HoodieTableVersion}). */
  static String name(int version) {
    return NAMES.get(version);
  }

  static Expansion expand(int version, TableModel table, TableSteps steps) {
    HudiTable hudi = HudiTable.of(table);
    Integer before = hudi.version();
    TableModel after =
        table
            .withFormatVersion(version)
            .withProperties(Map.of(HudiTable.VERSION, String.valueOf(version)));
    if (before != null && before == version) {
      return new Expansion(Classification.SAFE, Cost.NONE, null, List.of(), null, table);
    }
    Undo undo =
        before == null ? Undos.NOTHING : steps.undos().inverse(steps.sql(after).upgrade(before));
    StepDraft step =
        steps.expand(
            StepKind.UPGRADE_FORMAT,
            "Change " + table.name() + " to table version " + version,
            new StepArguments.UpgradeFormat(
                Math.max(1, before == null ? table.formatVersion() : before), version),
            steps.sql().upgrade(version),
            undo);
    boolean down = before != null && version < before;
    return new Expansion(
        Classification.UNSAFE,
        down && hudi.mergeOnRead() ? Cost.REWRITE : Cost.METADATA,
        down ? "downgrade" : "in_place",
        List.of(before == null ? step.asPointOfNoReturn() : step),
        null,
        after);
  }
}
