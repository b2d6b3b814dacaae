package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.Columns;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.PromotionRules;
import io.stillwater.planning.rules.StorableTypes;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;
import java.util.stream.Stream;

/** Widening a type in place, and narrowing it by way of another column. */
final class TypeRules {
  private final TableModel table;
  private final Findings findings;
  private final PromotionRules promotions;
  private final Columns columns;
  private final EngineRules engines;
  private final DropRules drops;

  TypeRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.promotions = new PromotionRules(table, findings);
    this.columns = IcebergColumns.columns(table, findings);
    this.engines = new EngineRules(table, context, findings);
    this.drops = new DropRules(table, context, findings);
  }

  void widen(Change.WidenType widen) {
    Optional<FieldAt> at =
        columns
            .require(widen.column())
            .filter(one -> !columns.refusedAsMapKey(one))
            .filter(one -> columns.retypes(one, widen.from(), widen.to()));
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    if (promotions.refused(widen, from)) {
      return;
    }
    promotions.noteEquality(
        widen.column(),
        from,
        widen.to(),
        "an Iceberg filter f = 0.1 planned one file before the promotion and none after");
    if (from == Primitive.INT && widen.to() == Primitive.BIGINT) {
      findings.add(
          FindingCode.WIDE_TYPE_READERS,
          "some readers have trouble with " + widen.column() + " as bigint",
          "iceberg-rust #3122, PyIceberg #3744, Iceberg #16341");
    }
    engines.promote(widen.column(), from);
  }

  void narrow(Change.ChangeTypeNarrowing narrow) {
    Optional<FieldAt> at =
        columns
            .requireNamed(narrow.column())
            .filter(one -> columns.retypes(one, narrow.from(), narrow.to()));
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    NarrowingRules.refusedCast(from, narrow.to(), promotions.allowed(from, narrow.to()), findings);
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
}
