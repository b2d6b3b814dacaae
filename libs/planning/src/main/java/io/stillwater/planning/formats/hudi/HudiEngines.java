package io.stillwater.planning.formats.hudi;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.ReleaseVersion;
import io.stillwater.planning.rules.UsedEngine;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Map;

/** What the engines in use make of a change that Hudi itself allows. */
final class HudiEngines {
  /** Hudi release that first reads a table version ({@code HoodieTableVersion}). */
  private static final Map<Integer, ReleaseVersion> READS =
      Map.of(
          6, ReleaseVersion.of(0, 14),
          7, ReleaseVersion.of(1, 0),
          8, ReleaseVersion.of(1, 0),
          9, ReleaseVersion.of(1, 1));

  /** Its Hudi connector has the library of 1.2.0 (its pom). */
  private static final ReleaseVersion TRINO_WITH_LIBRARY = ReleaseVersion.of(483);

  private final TableModel table;
  private final Findings findings;
  private final List<UsedEngine> all;

  HudiEngines(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.all = UsedEngine.all(context, HudiColumns.HUDI);
  }

  /** Without schema on read Hudi's statements change comments and add columns, nothing else. */
  void refusedBySpark(String what, String evidence) {
    for (UsedEngine spark : of("spark")) {
      findings.refuse(
          spark.name(),
          FindingCode.HUDI_STATEMENT_REFUSED,
          spark.label() + " does not " + what + " of " + table.name(),
          evidence);
    }
  }

  /** Trino finds columns of the files by name and knows nothing of the schema's history. */
  void renamed(String column) {
    for (UsedEngine trino : of("trino")) {
      refuse(
          trino, " reads NULL in " + column + " from files that have the old name", "hudi#19381");
    }
  }

  /** Of types that changed Trino's Parquet reader widens these alone. */
  void retyped(String column, LakeType from, LakeType to) {
    boolean widened =
        from == Primitive.INT && to == Primitive.BIGINT
            || from == Primitive.FLOAT && to == Primitive.DOUBLE
            || from instanceof Decimal && to instanceof Decimal;
    for (UsedEngine trino : of("trino")) {
      if (!widened) {
        refuse(
            trino,
            " cannot read " + column + " as " + to.text() + " from files that have " + from.text(),
            "ColumnReaderFactory, hudi#19381");
      }
    }
  }

  /** Whether RENAME and DROP meet a library that fails under its defaults, or may. */
  boolean dropFlagNeeded() {
    List<UsedEngine> sparks = of("spark");
    return sparks.isEmpty()
        || sparks.stream()
            .anyMatch(spark -> spark.library().filter(known -> known.before(1, 1)).isEmpty());
  }

  void tableVersion(int version) {
    ReleaseVersion first = READS.getOrDefault(version, ReleaseVersion.of(0, 14));
    for (UsedEngine engine : all) {
      boolean trino = engine.is("trino");
      if (engine.library().filter(known -> known.compareTo(first) < 0).isPresent()) {
        refuse(
            engine,
            " cannot read table version " + version,
            "HoodieTableVersion: from Hudi " + text(first) + " on");
      } else if (engine.library().isEmpty()
          && !(trino
              && engine
                  .version()
                  .filter(known -> known.compareTo(TRINO_WITH_LIBRARY) >= 0)
                  .isPresent())) {
        findings.add(
            FindingCode.HUDI_VERSION_UNKNOWN,
            "whether " + engine.label() + " reads table version " + version + " is not known",
            "HoodieTableVersion: from Hudi " + text(first) + " on");
      }
    }
  }

  private static String text(ReleaseVersion version) {
    return String.join(".", version.numbers().stream().map(String::valueOf).toList());
  }

  private List<UsedEngine> of(String kind) {
    return all.stream().filter(engine -> engine.is(kind)).toList();
  }

  private void refuse(UsedEngine engine, String what, String evidence) {
    findings.refuse(engine.name(), FindingCode.HUDI_ENGINE, engine.label() + what, evidence);
  }
}
