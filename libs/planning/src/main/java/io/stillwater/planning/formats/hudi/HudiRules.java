package io.stillwater.planning.formats.hudi;

import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.RuledPlanning;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;

/** All rules of Hudi tables, by what a change is about. */
record HudiRules(TableModel model, PlanContext context, Findings findings)
    implements RuledPlanning.Rules {

  @Override
  public void add(Change.AddColumn add) {
    new AddColumnRules(model, context, findings).judge(add);
  }

  @Override
  public void widen(Change.WidenType widen) {
    new TypeRules(model, context, findings).widen(widen);
  }

  @Override
  public void narrow(Change.ChangeTypeNarrowing narrow) {
    new TypeRules(model, context, findings).narrow(narrow);
  }

  @Override
  public void drop(Change.DropColumn drop) {
    new NameRules(model, context, findings).drop(drop);
  }

  @Override
  public void rename(Change.RenameColumn rename) {
    new NameRules(model, context, findings).rename(rename);
  }

  @Override
  public void column(Change.OfColumn change) {
    new ColumnRules(model, context, findings).judge(change);
  }

  @Override
  public void table(Change change) {
    new TableRules(model, context, findings).judge(change);
  }
}
