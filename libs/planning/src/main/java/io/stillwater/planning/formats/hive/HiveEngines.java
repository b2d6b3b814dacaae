package io.stillwater.planning.formats.hive;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.ReleaseVersion;
import io.stillwater.planning.rules.UsedEngine;
import java.util.List;
import java.util.Optional;

/** What the engines in use make of a change that the metastore takes. */
final class HiveEngines {
  /** Its Parquet reader is the first to read narrow files into wide columns (SPARK-40876). */
  private static final int SPARK_THAT_WIDENS = 4;

  private final PlanContext context;
  private final Findings findings;

  HiveEngines(PlanContext context, Findings findings) {
    this.context = context;
    this.findings = findings;
  }

  /** Spark finds ORC columns by name where files have names. */
  void renamedInOrc(String column) {
    for (UsedEngine spark : of("spark")) {
      findings.refuse(
          spark.name(),
          FindingCode.HIVE_ENGINE,
          spark.label() + " reads NULL in " + column + " from files that have the old name",
          "OrcUtils.requestedColumnIds");
    }
  }

  /** Parquet files of the narrow type, read into a column of the wide one. */
  void widenedInParquet(String column, LakeType from, LakeType to) {
    if (sameInParquet(from, to)) {
      return;
    }
    for (UsedEngine spark : of("spark")) {
      Optional<ReleaseVersion> version = spark.version();
      if (version.isEmpty()) {
        findings.add(
            FindingCode.HIVE_UNVERIFIED,
            "whether spark reads old files of " + column + " depends on its version",
            "before 4.0 it does not; name the version in the environment's file");
      } else if (version.get().before(SPARK_THAT_WIDENS)) {
        findings.refuse(
            spark.name(),
            FindingCode.HIVE_ENGINE,
            spark.label()
                + " cannot read "
                + column
                + " as "
                + to.text()
                + " from files that have "
                + from.text(),
            "ParquetVectorUpdaterFactory before 4.0");
      }
    }
  }

  /** Parquet has one physical type for the small whole numbers, and one for all text. */
  private static boolean sameInParquet(LakeType from, LakeType to) {
    return small(from) && small(to) || !(from instanceof Primitive number && numeric(number));
  }

  private static boolean small(LakeType type) {
    return type == Primitive.TINYINT || type == Primitive.SMALLINT || type == Primitive.INT;
  }

  private static boolean numeric(Primitive type) {
    return small(type) || type == Primitive.BIGINT || type == Primitive.FLOAT;
  }

  private List<UsedEngine> of(String kind) {
    return UsedEngine.of(context, kind, HiveColumns.HIVE);
  }
}
