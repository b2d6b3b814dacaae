package io.stillwater.planning.formats;

import io.stillwater.events.plan.Finding;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.EngineStatements;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.strategy.Expansion;
import java.util.Set;
import java.util.stream.Collectors;

/** Planning of a format whose rules are told apart by what a change is about. */
public abstract class RuledPlanning implements FormatPlanning {
  private final Set<String> needsLook;

  /**
   * @param needsLook findings with which a change is planned as unsafe: no source says it is safe
   */
  protected RuledPlanning(Set<FindingCode> needsLook) {
    this.needsLook =
        needsLook.stream().map(FindingCode::code).collect(Collectors.toUnmodifiableSet());
  }

  /** The rules of a format for one table as it stands before a change. */
  public interface Rules {
    void add(Change.AddColumn add);

    void widen(Change.WidenType widen);

    void narrow(Change.ChangeTypeNarrowing narrow);

    void drop(Change.DropColumn drop);

    void rename(Change.RenameColumn rename);

    /** Nullability, default, comment or place. */
    void column(Change.OfColumn change);

    /** Layout, properties, or the table as a whole. */
    void table(Change change);
  }

  protected abstract Rules rules(TableModel table, PlanContext context, Findings findings);

  protected abstract Expansion steps(Change change, TableModel table, PlanContext context);

  @Override
  public final void judge(Change change, TableModel table, PlanContext context, Findings findings) {
    byRules(change, rules(table, context, findings));
    if (!findings.refused()) {
      EngineStatements.note(steps(change, table, context).steps(), context, findings);
    }
  }

  private static void byRules(Change change, Rules rules) {
    if (change instanceof Change.AddColumn add) {
      rules.add(add);
    } else if (change instanceof Change.WidenType widen) {
      rules.widen(widen);
    } else if (change instanceof Change.ChangeTypeNarrowing narrow) {
      rules.narrow(narrow);
    } else if (change instanceof Change.DropColumn drop) {
      rules.drop(drop);
    } else if (change instanceof Change.RenameColumn rename) {
      rules.rename(rename);
    } else if (change instanceof Change.OfColumn ofColumn) {
      rules.column(ofColumn);
    } else {
      rules.table(change);
    }
  }

  @Override
  public final Expansion expand(Change change, TableModel table, PlanContext context) {
    Findings findings = new Findings(Set.of());
    byRules(change, rules(table, context, findings));
    boolean look = findings.all().stream().map(Finding::code).anyMatch(needsLook::contains);
    Expansion expansion = steps(change, table, context);
    return look ? expansion.asUnsafe() : expansion;
  }
}
