package io.stillwater.planning;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Estimate;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.assembly.ChangeOutcome;
import io.stillwater.planning.assembly.Estimates;
import io.stillwater.planning.assembly.TableOutcome;
import io.stillwater.planning.consumers.ConsumerImpact;
import io.stillwater.planning.consumers.ConsumerJudgement;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.formats.FormatPlanning;
import io.stillwater.planning.formats.Formats;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Operation;
import io.stillwater.planning.release.RequestedChange;
import io.stillwater.planning.release.TableChanges;
import io.stillwater.planning.rules.ChangeOrder;
import io.stillwater.planning.rules.GraceRules;
import io.stillwater.planning.rules.NameRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.Purpose;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.strategy.Expansion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the changes of one table, each on what those before it leave. */
final class TablePlanning {
  private static final int VERSION_OF_NEW_TABLES = 2;

  private final TableChanges changes;
  private final PlanContext context;
  private final Set<String> acknowledged;
  private TableModel model;
  private TableModel planned;
  private String unreadable;

  TablePlanning(TableChanges changes, PlanContext context, Set<String> acknowledged) {
    this.changes = changes;
    this.context = context;
    this.acknowledged = acknowledged;
  }

  TableOutcome plan() {
    TableName name = changes.table();
    Optional<TableState> state = context.lake().table(name);
    TableModel before = state.flatMap(this::modelOf).orElse(null);
    model = before == null ? TableModel.of(state.map(this::bare).orElse(absent(name))) : before;
    Map<RequestedChange, ChangeOutcome> outcomes = new IdentityHashMap<>();
    List<ChangeOutcome> planned = new ArrayList<>();
    for (RequestedChange change : ChangeOrder.of(changes.changes())) {
      ChangeOutcome outcome = plan(change, state.isPresent());
      outcomes.put(change, outcome);
      planned.add(outcome);
    }
    List<ChangeOutcome> asWritten = changes.changes().stream().map(outcomes::get).toList();
    return new TableOutcome(name, before, model, asWritten, planned);
  }

  private Optional<TableModel> modelOf(TableState state) {
    try {
      return Optional.of(TableModel.of(state));
    } catch (IllegalArgumentException e) {
      unreadable = e.getMessage();
      return Optional.empty();
    }
  }

  /** Enough to refuse changes of a table that cannot be read. */
  private TableState bare(TableState state) {
    return TableState.builder(state.name(), state.format(), state.formatVersion()).build();
  }

  /** A new table gets the format that its catalog is of; a metastore's own is Hive's. */
  private TableState absent(TableName name) {
    Object type =
        context.environment().catalogs().getOrDefault(name.catalog(), Map.of()).get("type");
    TableFormat format =
        switch (String.valueOf(type)) {
          case "delta", "unity" -> TableFormat.DELTA;
          case "hudi" -> TableFormat.HUDI;
          case "hive" -> TableFormat.HIVE;
          default -> TableFormat.ICEBERG;
        };
    return TableState.builder(name, format, VERSION_OF_NEW_TABLES).build();
  }

  private ChangeOutcome plan(RequestedChange requested, boolean there) {
    Set<String> codes = new HashSet<>(acknowledged);
    codes.addAll(requested.acknowledged());
    Findings findings = new Findings(codes);
    Change change = requested.change();
    planned = model;
    try {
      Optional<FormatPlanning> format = judge(change, there, findings);
      if (format.isPresent() && !findings.refused()) {
        return outcome(change, format.get().expand(change, model, context), findings);
      }
    } catch (RuntimeException e) {
      // A defect of one rule must not take the other verdicts, or the stream, with it.
      findings.add(
          FindingCode.PLANNER_FAILED,
          change.operation().text() + " of " + changes.table() + " could not be planned",
          e.toString());
    }
    ChangeVerdict verdict =
        verdict(change, Classification.REFUSED, Cost.NONE, null, null, findings, List.of());
    return ChangeOutcome.nothing(verdict);
  }

  private ChangeOutcome outcome(Change change, Expansion expansion, Findings findings) {
    TableModel before = model;
    model = expansion.after();
    if (expansion.cost() == Cost.NONE) {
      Findings nothing =
          new Findings(Set.of())
              .add(
                  FindingCode.NOTHING_TO_DO,
                  changes.table() + " is as " + change.operation().text() + " wants it",
                  null);
      ChangeVerdict verdict =
          verdict(change, Classification.SAFE, Cost.NONE, null, null, nothing, List.of());
      return ChangeOutcome.nothing(verdict);
    }
    ConsumerImpact impact =
        new ConsumerJudgement(change, before, findings)
            .judge(
                expansion.classification(),
                context.consumers(),
                GraceRules.readWindow(change, context),
                context.engines());
    ChangeVerdict verdict =
        verdict(
            change,
            expansion.classification(),
            expansion.cost(),
            expansion.strategy(),
            Estimates.of(expansion.steps(), model.base()),
            findings,
            impact.listed());
    return new ChangeOutcome(
        verdict,
        expansion.steps(),
        expansion.contraction(),
        findings.needsLook(),
        impact.breaking());
  }

  /** How the table's format plans the change; empty where it is refused whatever the format. */
  private Optional<FormatPlanning> judge(Change change, boolean there, Findings findings) {
    boolean create = change.operation() == Operation.CREATE_TABLE;
    TableName name = changes.table();
    if (!there && !context.environment().catalogs().containsKey(name.catalog())) {
      findings.add(
          FindingCode.CATALOG_UNKNOWN,
          "environment "
              + context.environment().name()
              + " has no catalog '"
              + name.catalog()
              + "'",
          "its catalogs are " + context.environment().catalogs().keySet());
    } else if (!there && !create) {
      String hint = context.lake().hint(name);
      findings.add(FindingCode.TABLE_NOT_FOUND, "there is no table " + name, hint);
    } else if (unreadable != null) {
      findings.add(FindingCode.TABLE_UNREADABLE, "table " + name + " cannot be read", unreadable);
    } else if (there && create) {
      findings.add(FindingCode.TABLE_EXISTS, "table " + name + " is there already", null);
    } else {
      NameRules.judge(change, model, context, findings);
      FormatPlanning format = Formats.of(model.base().format());
      format.judge(change, model, context, findings);
      requireApplied(format, findings);
      return Optional.of(format);
    }
    return Optional.empty();
  }

  private void requireApplied(FormatPlanning format, Findings findings) {
    if (context.purpose() == Purpose.DEPLOYMENT && !format.applied()) {
      findings.refuse(
          "stillwater",
          FindingCode.FORMAT_NOT_APPLIED,
          "changes of "
              + changes.table()
              + ", a table of format "
              + model.base().format()
              + ", are planned, but not applied yet by this version",
          "stillwater plan, and POST /plans, show the statements");
    }
  }

  /** A partition field is shown by its column. */
  private static Optional<ColumnPath> concerned(Change change) {
    if (change instanceof Change.AddPartition add) {
      return Optional.of(add.field().source());
    }
    if (change instanceof Change.DropPartition drop) {
      return Optional.of(drop.field().source());
    }
    return change instanceof Change.ReplacePartition replace
        ? Optional.of(replace.from().source())
        : change.subject();
  }

  private ChangeVerdict verdict(
      Change change,
      Classification classification,
      Cost cost,
      String strategy,
      Estimate estimate,
      Findings findings,
      List<Consumer> consumers) {
    return new ChangeVerdict(
        changes.table().toString(),
        change.operation().text(),
        concerned(change).map(ColumnPath::toString).orElse(null),
        ChangeWords.before(change, planned),
        ChangeWords.after(change),
        classification,
        cost,
        strategy,
        estimate,
        findings.all(),
        findings.refusedBy(),
        consumers);
  }
}
