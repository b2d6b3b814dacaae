package io.stillwater.planning.formats.iceberg;

import io.stillwater.planning.rules.ReleaseVersion;
import io.stillwater.planning.rules.UsedEngine;
import java.util.Optional;

/** An engine in use, as one that reads or writes Iceberg tables. */
record IcebergEngine(UsedEngine engine) {

  enum Kind {
    TRINO,
    SPARK,
    PYICEBERG,
    ICEBERG_RUST,
    /** Flink and others, known by the version of Iceberg's Java library, if at all. */
    OTHER
  }

  Kind kind() {
    if (engine.is("trino")) {
      return Kind.TRINO;
    }
    if (engine.is("spark")) {
      return Kind.SPARK;
    }
    if (engine.is("pyiceberg")) {
      return Kind.PYICEBERG;
    }
    return engine.is("rust") ? Kind.ICEBERG_RUST : Kind.OTHER;
  }

  Optional<ReleaseVersion> version() {
    return engine.version();
  }

  /** Of Iceberg's Java library: as named, else as the Trino release has it. */
  Optional<ReleaseVersion> library() {
    return switch (kind()) {
      case TRINO -> engine.library().or(() -> version().flatMap(TrinoLibraries::icebergOf));
      case SPARK, OTHER -> engine.library();
      case PYICEBERG, ICEBERG_RUST -> Optional.empty();
    };
  }
}
