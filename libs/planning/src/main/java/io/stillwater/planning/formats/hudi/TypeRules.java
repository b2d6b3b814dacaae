package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.rules.NarrowingRules;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.PromotionRules;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Changing a type in place. */
final class TypeRules {
  private final TableModel table;
  private final HudiTable hudi;
  private final Findings findings;
  private final PromotionRules promotions;
  private final HudiColumns uses;
  private final HudiEngines engines;

  TypeRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.hudi = HudiTable.of(table);
    this.findings = findings;
    this.promotions = new PromotionRules(table, findings);
    this.uses = new HudiColumns(table, findings);
    this.engines = new HudiEngines(table, context, findings);
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
    judgeUse(widen, from);
    if (hudi.schemaOnRead()) {
      warnOfReaders(at.get());
    } else {
      withoutHistory(widen, from);
    }
    engines.retyped(widen.column().toString(), from, widen.to());
    warnOfValues(widen, from);
  }

  /**
   * Two names cannot change in one commit ({@code ColumnUpdateChange.renameColumn} refuses a name
   * that is there), so that the column would be missing in between.
   */
  void narrow(Change.ChangeTypeNarrowing narrow) {
    Optional<FieldAt> at = requireRetyped(narrow, narrow.from(), narrow.to());
    if (at.isEmpty()) {
      return;
    }
    LakeType from = at.get().type();
    boolean inPlace = promotions.allowed(from, narrow.to());
    if (!NarrowingRules.refusedCast(from, narrow.to(), inPlace, findings)) {
      findings.refuse(
          HudiColumns.HUDI,
          FindingCode.HUDI_NAME_REUSED,
          narrow.column() + " cannot pass its name to a narrower column",
          "ColumnUpdateChange.renameColumn takes no name that is there; hudi#7040");
    }
  }

  private Optional<FieldAt> requireRetyped(Change.OfColumn change, LakeType from, LakeType to) {
    Optional<FieldAt> at = uses.columns().require(change.column());
    return at.filter(
        one ->
            !uses.columns().refusedAsMapKey(one)
                && !uses.refusedAsMeta(change.column())
                && uses.columns().retypes(one, from, to));
  }

  /** Keys are compared as text, so that a whole number stays what it is and nothing else does. */
  private void judgeUse(Change.WidenType widen, LakeType from) {
    ColumnPath column = widen.column();
    boolean whole = Primitive.WHOLE.contains(from) && Primitive.WHOLE.contains(widen.to());
    if (hudi.isPartition(column) || hudi.isKey(column) && !whole) {
      uses.refuseIfUsed(column);
    } else if (hudi.use(column).isPresent() && !hudi.isKey(column)) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          "old and new values of " + column + " are compared when records of one key are merged",
          hudi.use(column).get());
    }
  }

  private void warnOfReaders(FieldAt at) {
    if (uses.inArray(at.path())) {
      findings.add(
          FindingCode.HUDI_UNVERIFIED,
          at.path() + " stands in an array, which the documentation excludes",
          "schema_evolution.md against SchemaChangeUtils");
    } else if (at.path().nested()) {
      findings.add(
          FindingCode.HUDI_NESTED_TYPE,
          "readers of " + at.path() + " may fail on old files",
          "seen with Spark 3.5.5 and Hudi 1.0.2");
    }
  }

  /**
   * A writer with the wider schema does it, as Avro resolves schemas; Hudi's statement does not.
   */
  private void withoutHistory(Change.WidenType widen, LakeType from) {
    boolean resolved =
        from == widen.to()
            || Primitive.WHOLE.contains(from)
                && (Primitive.WHOLE.contains(widen.to()) || widen.to() == Primitive.DOUBLE)
            || from == Primitive.FLOAT && widen.to() == Primitive.DOUBLE
            || LakeType.Varchar.class.isInstance(from);
    if (!resolved) {
      uses.needSchemaOnRead("change " + widen.column() + " to " + widen.to().text());
    } else {
      engines.refusedBySpark(
          "change the type of " + widen.column(),
          "AlterHoodieTableChangeColumnCommand: not supported for changing column");
    }
  }

  private void warnOfValues(Change.WidenType widen, LakeType from) {
    promotions.noteEquality(widen.column(), from, widen.to(), null);
    if (widen.to() == Primitive.STRING && !(from instanceof LakeType.Varchar)) {
      findings.add(
          FindingCode.HUDI_BECOMES_TEXT,
          widen.column() + " is " + from.text() + " and becomes text",
          null);
    }
    if (!findings.refused() && table.hasData()) {
      findings.add(
          FindingCode.HUDI_SAVEPOINT,
          "the type of " + widen.column() + " goes back by the savepoint alone",
          null);
    }
  }
}
