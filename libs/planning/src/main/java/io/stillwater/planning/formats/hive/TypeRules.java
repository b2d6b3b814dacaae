package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.PromotionRules;
import io.stillwater.planning.schema.ColumnEdits;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Changing a type: what the metastore takes, then what readers make of files that are there. */
final class TypeRules {
  private final TableModel table;
  private final HiveTable hive;
  private final Findings findings;
  private final PromotionRules promotions;
  private final HiveColumns uses;
  private final HiveEngines engines;

  TypeRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hive = new HiveTable(table);
    this.findings = findings;
    this.promotions = new PromotionRules(table, findings);
    this.uses = new HiveColumns(table, findings);
    this.engines = new HiveEngines(context, findings);
  }

  void widen(Change.WidenType widen) {
    Optional<FieldAt> at = requireRetyped(widen, widen.from(), widen.to());
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    if (promotions.refused(widen, from)) {
      return;
    }
    uses.refuseIfLayout(widen.column());
    uses.requireCompatible(ColumnEdits.retype(table.columns(), widen.column(), widen.to()));
    judgeReaders(widen, from);
    uses.notePartitions();
    uses.noteTransactional();
  }

  void narrow(Change.ChangeTypeNarrowing narrow) {
    Optional<FieldAt> at = requireRetyped(narrow, narrow.from(), narrow.to());
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    boolean inPlace = promotions.allowed(from, narrow.to());
    if (!NarrowingRules.refusedCast(from, narrow.to(), inPlace, findings)) {
      findings.refuse(
          HiveColumns.HIVE,
          FindingCode.HIVE_NO_COPY,
          "values of " + narrow.column() + " cannot be copied within " + table.name(),
          null);
    }
  }

  private Optional<FieldAt> requireRetyped(Change.OfColumn change, LakeType from, LakeType to) {
    ColumnPath column = change.column();
    return uses.columns()
        .require(column)
        .filter(
            at ->
                !uses.columns().refusedAsMapKey(at)
                    && !uses.refusedElsewhere()
                    && !uses.refusedAsPartition(column)
                    && uses.columns().retypes(at, from, to));
  }

  private void judgeReaders(Change.WidenType widen, LakeType from) {
    ColumnPath column = widen.column();
    if (hive.storage() == StorageFormat.PARQUET) {
      engines.widenedInParquet(column.toString(), from, widen.to());
    }
    if (column.nested() || !verified(from, widen.to())) {
      uses.unverified(
          "reading old files of " + column + " as " + widen.to().text() + " was not verified");
    }
    promotions.noteEquality(column, from, widen.to(), null);
  }

  /**
   * Read so by Hive ({@code ETypeConverter}, ORC's {@code SchemaEvolution}, LazySimpleSerDe) and by
   * Trino ({@code ColumnReaderFactory}, {@code OrcTypeTranslator}); Avro by its specification.
   */
  private boolean verified(LakeType from, LakeType to) {
    StorageFormat storage = hive.storage();
    boolean known =
        storage == StorageFormat.PARQUET
            || storage == StorageFormat.ORC
            || storage == StorageFormat.AVRO
            || storage.text();
    boolean text = from instanceof LakeType.Varchar && storage != StorageFormat.AVRO;
    boolean number =
        Primitive.WHOLE.contains(from) && Primitive.WHOLE.contains(to)
            || from == Primitive.FLOAT && to == Primitive.DOUBLE;
    return known && (number || text);
  }
}
