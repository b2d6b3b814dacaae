package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.lakehouse.type.Promotion;
import io.stillwater.lakehouse.type.TypeLattice;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.StorableTypes;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Widening a type in place, and narrowing it by way of another column. */
final class TypeRules {
  private final TableModel table;
  private final Findings findings;
  private final Columns columns;
  private final EngineRules engines;
  private final DropRules drops;

  TypeRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.columns = IcebergColumns.columns(table, findings);
    this.engines = new EngineRules(table, context, findings);
    this.drops = new DropRules(table, context, findings);
  }

  void widen(Change.WidenType widen) {
    Optional<FieldAt> at = columns.require(widen.column());
    if (at.isEmpty()
        || columns.refusedAsMapKey(at.get())
        || columns.refusedFrom(at.get(), widen.from(), widen.to())) {
      return;
    }
    LakeType from = at.get().type();
    if (from.equals(widen.to())) {
      return;
    }
    Promotion promotion = promotion(from, widen.to());
    if (!promotion.allowed()) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.NO_PROMOTION,
          widen.column() + " cannot become " + widen.to().text() + " in place",
          promotion.reason());
      return;
    }
    if (from == Primitive.FLOAT && widen.to() == Primitive.DOUBLE) {
      findings.add(
          FindingCode.EQUALITY_SHIFT,
          "equality and hashes of " + widen.column() + " shift with float to double",
          "an Iceberg filter f = 0.1 planned one file before the promotion and none after");
    } else if (from == Primitive.INT && widen.to() == Primitive.BIGINT) {
      findings.add(
          FindingCode.WIDE_TYPE_READERS,
          "some readers have trouble with " + widen.column() + " as bigint",
          "iceberg-rust #3122, PyIceberg #3744, Iceberg #16341");
    }
    engines.promote(widen.column(), from);
  }

  void narrow(Change.ChangeTypeNarrowing narrow) {
    Optional<FieldAt> at = columns.requireNamed(narrow.column());
    if (at.isEmpty() || columns.refusedFrom(at.get(), narrow.from(), narrow.to())) {
      return;
    }
    if (at.get().type().equals(narrow.to())) {
      return;
    }
    LakeType from = at.get().type();
    NarrowingRules.refusedCast(from, narrow.to(), promotion(from, narrow.to()).allowed(), findings);
    new CopyRules(table, findings).judge(at.get(), false);
    drops.judgeRemoval(narrow.column(), true);
    refuseNameOfField(narrow.column());
    if (StorableTypes.stored(table, narrow.column(), narrow.to(), findings)) {
      engines.store(narrow.column(), narrow.to());
    }
    if (!findings.refused()) {
      NarrowingRules.note(narrow, at.get(), table, findings);
    }
  }

  /** An identity field keeps its column's name, which no other column can take, not even later. */
  private void refuseNameOfField(ColumnPath column) {
    boolean named =
        Stream.concat(table.spec().stream(), table.oldSpecs().stream())
            .filter(field -> field.kind() == Kind.IDENTITY || field.kind() == Kind.VOID)
            .anyMatch(field -> field.source().equals(column));
    if (named) {
      findings.refuse(
          IcebergColumns.ICEBERG,
          FindingCode.PARTITION_NAME_TAKEN,
          "a partition field of " + table.name() + " is named " + column + " after the old column",
          "PartitionSpec: Cannot create identity partition sourced from different field");
    }
  }

  private Promotion promotion(LakeType from, LakeType to) {
    return TypeLattice.promotion(TableFormat.ICEBERG, table.formatVersion(), from, to);
  }
}
