package io.stillwater.executor.steps.iceberg;

import io.stillwater.events.plan.StepArguments.UpgradeFormat;
import io.stillwater.events.plan.StepKind;
import io.stillwater.executor.lake.Lake;
import io.stillwater.executor.steps.StepContext;
import io.stillwater.lakehouse.iceberg.TableEdit;
import io.stillwater.lakehouse.iceberg.TableEditException;
import io.stillwater.lakehouse.iceberg.TableEdits;
import jakarta.inject.Singleton;
import java.util.Set;

/** Raises the table's format version, for good. */
@Singleton
public class UpgradeFormatStep extends MetadataStep {
  UpgradeFormatStep(Lake lake) {
    super(lake);
  }

  @Override
  public Set<StepKind> kinds() {
    return Set.of(StepKind.UPGRADE_FORMAT);
  }

  @Override
  public TableEdit edit(StepContext context) {
    return TableEdits.upgradeFormat(context.arguments(UpgradeFormat.class).to());
  }

  @Override
  protected TableEdit inverse(StepContext context) {
    UpgradeFormat upgrade = context.arguments(UpgradeFormat.class);
    return current -> {
      throw new TableEditException(
          "%s stays at format version %d: the format knows no way back to %d"
              .formatted(context.step().target(), upgrade.to(), upgrade.from()));
    };
  }
}
