package io.stillwater.planning.formats.iceberg;

import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.rules.ReleaseVersion;
import java.util.Locale;
import java.util.Optional;

/** An engine in use, as one that reads or writes Iceberg tables. */
record IcebergEngine(EngineInUse engine) {
  private static final String LIBRARY = "iceberg";

  enum Kind {
    TRINO,
    SPARK,
    PYICEBERG,
    ICEBERG_RUST,
    /** Flink and others, known by the version of Iceberg's Java library, if at all. */
    OTHER
  }

  Kind kind() {
    String name = engine.name().toLowerCase(Locale.ROOT);
    if (name.contains("trino")) {
      return Kind.TRINO;
    }
    if (name.contains("spark")) {
      return Kind.SPARK;
    }
    if (name.contains("pyiceberg")) {
      return Kind.PYICEBERG;
    }
    return name.contains("rust") ? Kind.ICEBERG_RUST : Kind.OTHER;
  }

  Optional<ReleaseVersion> version() {
    return ReleaseVersion.parse(engine.version());
  }

  /** Of Iceberg's Java library: as named, else as the Trino release has it. */
  Optional<ReleaseVersion> library() {
    return switch (kind()) {
      case TRINO -> named().or(() -> version().flatMap(TrinoLibraries::icebergOf));
      case SPARK, OTHER -> named();
      case PYICEBERG, ICEBERG_RUST -> Optional.empty();
    };
  }

  private Optional<ReleaseVersion> named() {
    return engine.library(LIBRARY).flatMap(ReleaseVersion::parse);
  }

  /** Name and what is known of its version, e.g. {@code spark 3.5.5 (iceberg 1.9.2)}. */
  String label() {
    String version = engine.version() == null ? "" : " " + engine.version();
    String library =
        engine.library(LIBRARY).map(known -> " (" + LIBRARY + " " + known + ")").orElse("");
    return engine.name() + version + library;
  }
}
