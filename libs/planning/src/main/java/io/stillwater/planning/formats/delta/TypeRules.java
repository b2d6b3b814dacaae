package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.lakehouse.type.Promotion;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.schema.FieldAt;
import java.util.Optional;
import java.util.Set;

/** Widening a type in place, and any other change of it by way of another column. */
final class TypeRules {
  private final DeltaTable table;
  private final PlanContext context;
  private final Findings findings;
  private final Columns columns;
  private final DeltaColumns uses;
  private final DeltaEngines engines;

  TypeRules(DeltaTable table, PlanContext context, Findings findings, DeltaEngines engines) {
    this.table = table;
    this.context = context;
    this.findings = findings;
    this.columns = DeltaColumns.columns(table, findings);
    this.uses = new DeltaColumns(table, findings);
    this.engines = engines;
  }

  void widen(Change.WidenType widen) {
    Optional<FieldAt> at = columns.require(widen.column());
    if (at.isEmpty() || columns.refusedFrom(at.get(), widen.from(), widen.to())) {
      return;
    }
    LakeType from = at.get().type();
    if (from.equals(widen.to())) {
      return;
    }
    Promotion promotion = promotion(from, widen.to());
    if (!promotion.allowed()) {
      findings.refuse(
          DeltaColumns.DELTA,
          FindingCode.NO_PROMOTION,
          widen.column() + " cannot become " + widen.to().text() + " in place",
          promotion.reason());
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
    if (from == Primitive.FLOAT) {
      findings.add(
          FindingCode.EQUALITY_SHIFT,
          "equality and hashes of " + widen.column() + " shift with float to double",
          "0.1 as float reads 0.10000000149011612 as double");
    }
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
    Optional<FieldAt> at = columns.requireNamed(narrow.column());
    if (at.isEmpty() || columns.refusedFrom(at.get(), narrow.from(), narrow.to())) {
      return;
    }
    if (at.get().type().equals(narrow.to())) {
      return;
    }
    judgeCast(narrow, at.get().type());
    new CopyRules(table, findings).judge(at.get());
    uses.refuseWithoutMapping(narrow.column(), "swapped with its successor");
    uses.refuseInExpression(narrow.column());
    uses.refuseInLayout(narrow.column());
    uses.refuseIdentity(narrow.column());
    new AddColumnRules(table, findings).requireStorable(narrow.column(), narrow.to());
    if (table.changeFeed()) {
      engines.trinoRefuses(
          "renames no column of " + table.model().name() + ", whose change data feed is on",
          "DeltaLakeMetadata.renameColumn");
    }
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

  private static Promotion promotion(LakeType from, LakeType to) {
    return TypeLattice.promotion(TableFormat.DELTA, 1, from, to);
  }
}
