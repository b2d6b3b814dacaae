package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.ReleaseVersion;
import io.stillwater.planning.rules.UsedEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the engines in use make of a table once a change is done. */
final class DeltaEngines {
  private static final String TRINO = "trino";

  /** Trino reads partition columns of a changed type since 453 (trinodb/trino#22433). */
  private static final int TRINO_READS_WIDENED_PARTITIONS = 453;

  private final List<UsedEngine> engines;
  private final Findings findings;
  private final Set<String> unknown = new HashSet<>();

  DeltaEngines(PlanContext context, Findings findings) {
    this.engines = UsedEngine.all(context, DeltaColumns.DELTA);
    this.findings = findings;
  }

  /** Refuses where an engine could no longer read or write the table. */
  void requireFeatures(Set<DeltaFeature> added, DeltaProtocol before) {
    for (UsedEngine engine : engines) {
      if (engine.is(TRINO)) {
        trino(engine, added, before);
      } else {
        library(engine, added);
      }
    }
  }

  private void trino(UsedEngine engine, Set<DeltaFeature> added, DeltaProtocol before) {
    Optional<ReleaseVersion> version = engine.version();
    for (DeltaFeature feature : added) {
      if (!feature.trinoEverWrites()) {
        refuseFeature(engine, feature, "no release of Trino writes tables that have it");
      } else if (version.isPresent() && version.get().before(feature.trinoReads())) {
        refuseFeature(engine, feature, "Trino reads it from " + feature.trinoReads() + " on");
      } else if (version.isPresent() && version.get().before(feature.trinoWrites())) {
        refuseFeature(engine, feature, "Trino writes it from " + feature.trinoWrites() + " on");
      }
    }
    if (!before.named() && added.stream().anyMatch(feature -> !feature.legacy())) {
      before.implied().stream()
          .filter(feature -> !feature.trinoEverWrites())
          .findFirst()
          .ifPresent(
              feature ->
                  refuseFeature(
                      engine,
                      feature,
                      "writer " + before.minWriter() + " implies it, writer 7 names it"));
    }
    if (version.isEmpty()) {
      unknown(engine, "its version is not known");
    }
  }

  private void library(UsedEngine engine, Set<DeltaFeature> added) {
    Optional<ReleaseVersion> version = engine.library();
    if (version.isEmpty()) {
      unknown(engine, "its Delta library is not known");
      return;
    }
    for (DeltaFeature feature : added) {
      if (version.get().before(feature.library())) {
        refuseFeature(
            engine,
            feature,
            "Delta knows it from " + ReleaseVersion.of(feature.library()).numbers() + " on");
      }
    }
  }

  private void refuseFeature(UsedEngine engine, DeltaFeature feature, String evidence) {
    findings.refuse(
        engine.name(),
        FindingCode.ENGINE_LACKS_FEATURE,
        engine.label() + " fails on tables with feature " + feature.text(),
        evidence);
  }

  /**
   * Refuses where an engine would lose the column or the table: Trino hides a column whose type
   * changed in a way it does not know, Delta before 4.0 fails on the table.
   */
  void requireTypeChange(ColumnPath column, LakeType from, LakeType to, boolean partition) {
    if (from instanceof LakeType.Varchar) {
      return;
    }
    for (UsedEngine engine : engines) {
      Optional<ReleaseVersion> version = engine.is(TRINO) ? engine.version() : engine.library();
      if (version.isEmpty()) {
        unknown(engine, "whether it reads " + column + " as " + to.text() + " is not known");
      } else if (!reads(engine, version.get(), from, to, partition)) {
        findings.refuse(
            engine.name(),
            FindingCode.ENGINE_LACKS_TYPE_CHANGE,
            engine.label() + " cannot read " + column + " widened from " + from.text(),
            engine.is(TRINO)
                ? "DeltaLakeSchemaSupport.verifyTypeChange knows tinyint, smallint and int; Trino"
                    + " hides other columns"
                : "TypeWidening.isTypeChangeSupported before Delta 4.0");
      }
    }
  }

  private static boolean reads(
      UsedEngine engine, ReleaseVersion version, LakeType from, LakeType to, boolean partition) {
    if (engine.is(TRINO)) {
      return partition ? !version.before(TRINO_READS_WIDENED_PARTITIONS) : preview(from, to);
    }
    return preview(from, to) || !version.before(4);
  }

  /** The type changes of the feature's preview, in Delta 3.2 and 3.3. */
  private static boolean preview(LakeType from, LakeType to) {
    return from == Primitive.TINYINT && (to == Primitive.SMALLINT || to == Primitive.INT)
        || from == Primitive.SMALLINT && to == Primitive.INT;
  }

  boolean usesTrino() {
    return engines.stream().anyMatch(engine -> engine.is(TRINO));
  }

  /** Trino renames no column of a table that keeps a change data feed. */
  void requireRename(DeltaTable table) {
    if (table.changeFeed()) {
      trinoRefuses(
          "renames no column of " + table.model().name() + ", whose change data feed is on",
          "DeltaLakeMetadata.renameColumn");
    }
  }

  /** Refuses in the name of the Trinos in use. */
  void trinoRefuses(String message, String evidence) {
    engines.stream()
        .filter(engine -> engine.is(TRINO))
        .forEach(
            engine ->
                findings.refuse(
                    engine.name(),
                    FindingCode.ENGINE_REFUSES_STATEMENT,
                    engine.label() + " " + message,
                    evidence));
  }

  /** Said once of an engine, whatever is asked of it. */
  private void unknown(UsedEngine engine, String evidence) {
    if (unknown.add(engine.label())) {
      findings.add(
          FindingCode.ENGINE_UNKNOWN,
          "what " + engine.label() + " makes of the change is not known",
          evidence);
    }
  }
}
