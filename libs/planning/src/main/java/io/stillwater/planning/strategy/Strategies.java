package io.stillwater.planning.strategy;

import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;

/** Turns a change that nothing refuses into steps, in the way that all formats share. */
public final class Strategies {
  private Strategies() {}

  public static Expansion expand(
      Change change, TableModel table, PlanContext context, StepFormat format) {
    TableSteps steps =
        new TableSteps(table, format, context.environment().policy().rollbackWindow());
    if (change instanceof Change.AddColumn add) {
      return new AddColumnStrategy(table, steps).expand(add);
    }
    if (change instanceof Change.RenameColumn rename) {
      return new RenameStrategies(table, steps, context).expand(rename);
    }
    if (change instanceof Change.DropColumn drop) {
      return new DropStrategies(table, steps, context).column(drop);
    }
    if (change instanceof Change.DropTable drop) {
      return new DropStrategies(table, steps, context).table(drop);
    }
    if (change instanceof Change.ChangeTypeNarrowing narrow) {
      return new NarrowingStrategy(table, steps, context).expand(narrow);
    }
    if (change instanceof Change.OfColumn ofColumn) {
      return new ColumnStrategies(table, steps).expand(ofColumn);
    }
    return new TableStrategies(table, steps).expand(change);
  }
}
