package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.PartitionTransform.Kind;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.ReleaseVersion;
import io.stillwater.planning.rules.UsedEngine;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;

/** What the engines in use make of a change that Iceberg itself allows. */
final class EngineRules {
  private final TableModel table;
  private final Findings findings;
  private final List<IcebergEngine> engines;

  EngineRules(TableModel table, PlanContext context, Findings findings) {
    this.table = table;
    this.findings = findings;
    this.engines =
        UsedEngine.all(context, IcebergColumns.ICEBERG).stream().map(IcebergEngine::new).toList();
  }

  boolean known() {
    return !engines.isEmpty();
  }

  /**
   * Java libraries before 1.10 fail on the whole table (facts, 4.5); Trino refuses the statement
   * ({@code IcebergMetadata.dropColumn}: "Cannot drop column which is used by an old partition
   * spec").
   */
  void dropOldSource(ColumnPath column, List<PartitionTransform> old) {
    boolean breaks =
        old.stream()
            .anyMatch(field -> field.kind() == Kind.IDENTITY || field.kind() == Kind.TRUNCATE);
    String evidence = "old partition fields " + old;
    boolean refused = false;
    for (IcebergEngine engine : engines) {
      Optional<ReleaseVersion> library = engine.library();
      boolean fails = breaks && library.filter(known -> known.before(1, 10)).isPresent();
      if (fails) {
        refuse(
            engine,
            FindingCode.OLD_SPEC_REFUSED,
            " fails on " + table.name() + " once " + column + " is dropped",
            evidence);
      } else if (engine.kind() == IcebergEngine.Kind.TRINO) {
        refuse(
            engine,
            FindingCode.ENGINE_REFUSES,
            " does not drop " + column + ", which an old partition spec uses",
            evidence);
      }
      refused |= fails || engine.kind() == IcebergEngine.Kind.TRINO;
    }
    boolean allNew =
        known()
            && engines.stream()
                .allMatch(engine -> engine.library().filter(one -> !one.before(1, 10)).isPresent());
    if (!refused && !allNew) {
      findings.add(
          FindingCode.OLD_SPEC_SOURCE,
          "an old partition spec of " + table.name() + " uses " + column,
          evidence);
    }
  }

  /** Neither engine adds a required column of Iceberg, whatever its default. */
  void addRequired(ColumnPath column) {
    for (IcebergEngine engine : engines) {
      switch (engine.kind()) {
        case TRINO, SPARK ->
            refuse(
                engine,
                FindingCode.ENGINE_REFUSES,
                " adds no required column such as " + column,
                engine.kind() == IcebergEngine.Kind.TRINO
                    ? "IcebergMetadata.addColumn: This connector does not support adding not null"
                        + " columns"
                    : "TestAlterTable.testAddColumnNotNull: cannot add required column");
        default -> look(engine, "accepts the required column " + column);
      }
    }
  }

  /** Trino writes defaults from 480 on; Spark has none, and writes NULL into the column. */
  void writeDefault(ColumnPath column) {
    for (IcebergEngine engine : engines) {
      switch (engine.kind()) {
        case TRINO -> trinoDefault(engine, column);
        case SPARK ->
            refuse(
                engine,
                FindingCode.ENGINE_WRITES_NULL,
                " writes NULL where an INSERT leaves " + column + " out",
                "TestAlterTable.testAddColumnWithDefaultValuesUnsupported");
        default -> look(engine, "writes the default of " + column);
      }
    }
  }

  private void trinoDefault(IcebergEngine engine, ColumnPath column) {
    Optional<ReleaseVersion> version = engine.version();
    if (version.isEmpty()) {
      look(engine, "writes the default of " + column);
    } else if (version.get().before(480)) {
      refuse(
          engine,
          FindingCode.ENGINE_WRITES_NULL,
          " writes NULL where an INSERT leaves " + column + " out",
          "column defaults came with Trino 480 (trinodb/trino#27837)");
    } else if (table.formatVersion() < 3) {
      refuse(
          engine,
          FindingCode.ENGINE_REFUSES,
          " sets no default of a table before format version 3",
          "IcebergMetadata: Default column values are not supported for Iceberg table format"
              + " version < 3");
    }
  }

  /** Trino 480 is the first to take version 3; Java libraries before 1.9 lose the row ids. */
  void upgrade(int version) {
    if (version < 3) {
      return;
    }
    for (IcebergEngine engine : engines) {
      boolean trino = engine.kind() == IcebergEngine.Kind.TRINO;
      Optional<ReleaseVersion> decides = trino ? engine.version() : engine.library();
      if (decides.isEmpty()) {
        look(engine, "reads and writes format version " + version);
      } else if (trino ? decides.get().before(480) : decides.get().before(1, 9)) {
        refuse(
            engine,
            FindingCode.ENGINE_BEFORE_V3,
            " does not know format version " + version,
            trino
                ? "IcebergConfig.FORMAT_VERSION_SUPPORT_MAX is 2 before Trino 480"
                : "TableMetadataParser before 1.9 does not keep next-row-id");
      }
    }
  }

  void dropNestedNotNull(ColumnPath column) {
    engines.stream()
        .filter(engine -> column.nested() && engine.kind() == IcebergEngine.Kind.TRINO)
        .forEach(
            engine ->
                refuse(
                    engine,
                    FindingCode.ENGINE_REFUSES,
                    " does not make the nested field " + column + " optional",
                    "IcebergMetadata: Cannot drop a not null constraint on nested fields"));
  }

  /** A predicate on a promoted column loses rows in iceberg-rust; others may fail. */
  void promote(ColumnPath column, LakeType from) {
    for (IcebergEngine engine : engines) {
      switch (engine.kind()) {
        case ICEBERG_RUST ->
            refuse(
                engine,
                FindingCode.PROMOTION_MISREAD,
                " loses rows of old files when it filters by " + column,
                "apache/iceberg-rust#3122");
        case PYICEBERG -> look(engine, "inspects tables with " + column + " promoted (#3744)");
        case SPARK -> {
          boolean fixed = engine.library().filter(known -> !known.before(1, 11)).isPresent();
          if (from == Primitive.INT && !fixed) {
            look(
                engine,
                "reads " + column + " of Parquet files annotated INT(32) vectorised (#16341)");
          }
        }
        default -> {
          // Trino widens old files (BaseIcebergConnectorTest, setColumnTypes).
        }
      }
    }
  }

  /** Types that make a table unreadable for an engine that has none like them. */
  void store(ColumnPath column, LakeType type) {
    for (IcebergEngine engine : engines) {
      EngineTypes.lacks(engine, type)
          .ifPresent(
              lacking -> {
                if (lacking.certain()) {
                  refuse(
                      engine,
                      FindingCode.ENGINE_HAS_NO_TYPE,
                      " has no type for " + column + ", which is " + lacking.type().text(),
                      lacking.evidence());
                } else {
                  look(engine, "has a type for " + column + ", " + lacking.type().text());
                }
              });
    }
  }

  private void refuse(IcebergEngine engine, FindingCode code, String what, String evidence) {
    findings.refuse(engine.engine().name(), code, engine.engine().label() + what, evidence);
  }

  private void look(IcebergEngine engine, String question) {
    findings.add(
        FindingCode.ENGINE_NEEDS_A_LOOK,
        "whether " + engine.engine().label() + " " + question + " is not known",
        "engine " + engine.engine().label());
  }
}
