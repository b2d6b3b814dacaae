package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.PromotionRules;
import io.stillwater.planning.schema.FieldAt;
import java.util.Optional;
import java.util.Set;

/** Widening a type in place, and any other change of it by way of another column. */
final class TypeRules {
  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final PromotionRules promotions;
  private final Columns columns;
  private final DeltaColumns uses;
  private final DeltaEngines engines;

  TypeRules(DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.promotions = new PromotionRules(table.model(), findings);
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
    this.engines = engines;
  }

  void widen(Change.WidenType widen) {
    Optional<FieldAt> at =
        columns
            .require(widen.column())
            .filter(one -> columns.retypes(one, widen.from(), widen.to()));
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    if (promotions.refused(widen, from)) {
      return;
    }
    uses.refuseInExpression(widen.column());
    uses.refuseIdentity(widen.column());
    requireIcebergReads(widen.column(), from, widen.to());
    boolean partition = table.partitionColumns().contains(widen.column());
    engines.requireTypeChange(widen.column(), from, widen.to(), partition);
    if (!(from instanceof LakeType.Varchar)) {
      note(widen, from);
    }
  }

  private void note(Change.WidenType widen, LakeType from) {
    promotions.noteEquality(
        widen.column(), from, widen.to(), "0.1 as float reads 0.10000000149011612 as double");
    findings.add(
        FindingCode.WIDENED_READERS,
        "contracts on " + widen.column() + " find " + widen.to().text(),
        null);
    findings.add(
        FindingCode.STREAM_NEEDS_TRACKING,
        "streams on " + table.model().name() + " fail when " + widen.column() + " is widened",
        "TypeWideningStreamingSourceSuite");
    RestoreNotes.add(
        table, widen.column() + " becomes " + from.text() + " again by RESTORE only", findings);
  }

  /** {@code TypeWidening.isTypeChangeSupportedByIceberg}. */
  private void requireIcebergReads(ColumnPath column, LakeType from, LakeType to) {
    boolean known =
        from instanceof Decimal narrow && to instanceof Decimal wide
            ? narrow.scale() == wide.scale()
            : to == Primitive.DOUBLE
                ? from == Primitive.FLOAT
                : !(to instanceof Decimal) && to != Primitive.TIMESTAMP;
    if (table.icebergCompatible() && !known) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.ICEBERG_COMPATIBILITY,
          column + " cannot become " + to.text() + " in a table that Iceberg readers read",
          "delta.enableIcebergCompat");
    }
  }

  void narrow(Change.ChangeTypeNarrowing narrow) {
    Optional<FieldAt> at =
        columns
            .requireNamed(narrow.column())
            .filter(one -> columns.retypes(one, narrow.from(), narrow.to()));
    if (at.isEmpty()) {
      return;
    }
    judgeCast(narrow, at.get().type());
    new CopyRules(table, findings).judge(at.get());
    uses.refuseWithoutMapping(narrow.column(), "swapped with its successor");
    uses.refuseInExpression(narrow.column());
    uses.refuseInLayout(narrow.column());
    uses.refuseIdentity(narrow.column());
    new AddColumnRules(table, findings).requireStorable(narrow.column(), narrow.to());
    engines.requireRename(table);
    if (!findings.refused()) {
      NarrowingRules.note(narrow, at.get(), table.model(), findings);
    }
  }

  /** What a table or an engine in use cannot have in place may take the longer way. */
  private void judgeCast(Change.ChangeTypeNarrowing narrow, LakeType from) {
    Findings inPlace = new Findings(Set.of());
    Change.WidenType widen = new Change.WidenType(narrow.column(), narrow.to(), null);
    new DeltaPlanning().judge(widen, table.model(), context, inPlace);
    NarrowingRules.refusedCast(from, narrow.to(), !inPlace.refused(), findings);
  }
}
