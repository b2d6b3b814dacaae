package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.rules.PlanContext;
import io.stillwater.planning.rules.ReleaseVersion;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the engines in use make of a table once a change is done. */
final class DeltaEngines {
  /** Trino reads partition columns of a changed type since 453 (trinodb/trino#22433). */
  private static final int TRINO_READS_WIDENED_PARTITIONS = 453;

  private final PlanContext context;
  private final Findings findings;
  private final Set<String> unknown = new HashSet<>();

  DeltaEngines(PlanContext context, Findings findings) {
    this.context = context;
    this.findings = findings;
  }

  /** Refuses where an engine could no longer read or write the table. */
  void requireFeatures(Set<DeltaFeature> added, DeltaProtocol before) {
    for (EngineInUse engine : context.engines()) {
      if (isTrino(engine)) {
        trino(engine, added, before);
      } else {
        library(engine, added);
      }
    }
  }

  private void trino(EngineInUse engine, Set<DeltaFeature> added, DeltaProtocol before) {
    Optional<ReleaseVersion> version = ReleaseVersion.parse(engine.version());
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

  private void library(EngineInUse engine, Set<DeltaFeature> added) {
    Optional<ReleaseVersion> version = engine.library("delta").flatMap(ReleaseVersion::parse);
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

  private void refuseFeature(EngineInUse engine, DeltaFeature feature, String evidence) {
    findings.refuse(
        engine.name(),
        FindingCode.ENGINE_LACKS_FEATURE,
        describe(engine) + " fails on tables with feature " + feature.text(),
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
    for (EngineInUse engine : context.engines()) {
      Optional<ReleaseVersion> version =
          ReleaseVersion.parse(
              isTrino(engine) ? engine.version() : engine.library("delta").orElse(null));
      if (version.isEmpty()) {
        unknown(engine, "whether it reads " + column + " as " + to.text() + " is not known");
      } else if (!reads(engine, version.get(), from, to, partition)) {
        findings.refuse(
            engine.name(),
            FindingCode.ENGINE_LACKS_TYPE_CHANGE,
            describe(engine) + " cannot read " + column + " widened from " + from.text(),
            isTrino(engine)
                ? "DeltaLakeSchemaSupport.verifyTypeChange knows tinyint, smallint and int; Trino"
                    + " hides other columns"
                : "TypeWidening.isTypeChangeSupported before Delta 4.0");
      }
    }
  }

  private static boolean reads(
      EngineInUse engine, ReleaseVersion version, LakeType from, LakeType to, boolean partition) {
    if (isTrino(engine)) {
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
    return context.engines().stream().anyMatch(DeltaEngines::isTrino);
  }

  /** Refuses in the name of the Trinos in use. */
  void trinoRefuses(String message, String evidence) {
    context.engines().stream()
        .filter(DeltaEngines::isTrino)
        .forEach(
            engine ->
                findings.refuse(
                    engine.name(),
                    FindingCode.ENGINE_REFUSES_STATEMENT,
                    describe(engine) + " " + message,
                    evidence));
  }

  /** Said once of an engine, whatever is asked of it. */
  private void unknown(EngineInUse engine, String evidence) {
    if (unknown.add(describe(engine))) {
      findings.add(
          FindingCode.ENGINE_UNKNOWN,
          "what " + describe(engine) + " makes of the change is not known",
          evidence);
    }
  }

  private static boolean isTrino(EngineInUse engine) {
    return engine.name().toLowerCase(Locale.ROOT).contains("trino");
  }

  private static String describe(EngineInUse engine) {
    String version = engine.version() == null ? "" : " " + engine.version();
    String library = engine.library("delta").map(text -> " (delta " + text + ")").orElse("");
    return engine.name() + version + library;
  }
}
