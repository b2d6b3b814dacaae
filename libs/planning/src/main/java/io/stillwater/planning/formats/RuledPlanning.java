package io.stillwater.planning.formats;

import io.stillwater.events.plan.Finding;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.ChangeRules;
import io.stillwater.planning.rules.EngineStatements;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.strategy.Expansion;
import java.util.Set;
import java.util.stream.Collectors;

/** Planning of a format of which some findings ask for a look, though they refuse nothing. */
public abstract class RuledPlanning implements FormatPlanning {
  private final Set<String> needsLook;

  /**
   * @param needsLook findings with which a change is planned as unsafe: no source says it is safe
   */
  protected RuledPlanning(Set<FindingCode> needsLook) {
    this.needsLook =
        needsLook.stream().map(FindingCode::code).collect(Collectors.toUnmodifiableSet());
  }

  protected abstract ChangeRules rules(TableModel table, PlanContext context, Findings findings);

  protected abstract Expansion steps(Change change, TableModel table, PlanContext context);

  @Override
  public final void judge(Change change, TableModel table, PlanContext context, Findings findings) {
    rules(table, context, findings).judge(change);
    if (!findings.refused()) {
      EngineStatements.note(steps(change, table, context).steps(), context, findings);
    }
  }

  @Override
  public final Expansion expand(Change change, TableModel table, PlanContext context) {
    Findings findings = new Findings(Set.of());
    rules(table, context, findings).judge(change);
    boolean look = findings.all().stream().map(Finding::code).anyMatch(needsLook::contains);
    Expansion expansion = steps(change, table, context);
    return look ? expansion.asUnsafe() : expansion;
  }
}
