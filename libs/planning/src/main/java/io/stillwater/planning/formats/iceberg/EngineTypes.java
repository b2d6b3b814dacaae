package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.rules.ReleaseVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which types of Iceberg an engine cannot read. */
final class EngineTypes {
  /**
   * @param certain false where a version that decides is not known
   */
  record Lacking(LakeType type, boolean certain, String evidence) {}

  private static final List<String> GEO = List.of("geometry", "geography");

  private EngineTypes() {}

  /** The first type inside the one given that the engine lacks or may lack. */
  static Optional<Lacking> lacks(IcebergEngine engine, LakeType type) {
    return parts(type).flatMap(part -> lacking(engine, part).stream()).findFirst();
  }

  private static Optional<Lacking> lacking(IcebergEngine engine, LakeType type) {
    boolean nanos = type == Primitive.TIMESTAMP_NS || type == Primitive.TIMESTAMPTZ_NS;
    boolean recent = nanos || type instanceof LakeType.Opaque;
    return switch (engine.kind()) {
      case TRINO -> recent ? trino(engine, type) : Optional.empty();
      case SPARK -> spark(engine, type, nanos);
      case PYICEBERG, ICEBERG_RUST, OTHER ->
          recent ? Optional.of(new Lacking(type, false, null)) : Optional.empty();
    };
  }

  /** TypeConverter of Trino 480 knows none of them, that of 482 all; 481 was not looked at. */
  private static Optional<Lacking> trino(IcebergEngine engine, LakeType type) {
    Optional<ReleaseVersion> version = engine.version();
    if (version.isPresent() && version.get().before(481)) {
      return Optional.of(
          new Lacking(type, true, "TypeConverter of Trino 480: Type not supported for Iceberg"));
    }
    boolean known = version.isPresent() && !version.get().before(482) && isNamed(type);
    return known ? Optional.empty() : Optional.of(new Lacking(type, false, null));
  }

  private static boolean isNamed(LakeType type) {
    return type instanceof Primitive || isVariant(type) || isGeo(type);
  }

  /** TypeToSparkType: no time, no nanoseconds, no geometry; variant with Spark 4. */
  private static Optional<Lacking> spark(IcebergEngine engine, LakeType type, boolean nanos) {
    if (type == Primitive.TIME || nanos || isGeo(type)) {
      return Optional.of(new Lacking(type, true, "TypeToSparkType has no case for it"));
    }
    if (!(type instanceof LakeType.Opaque)) {
      return Optional.empty();
    }
    Optional<ReleaseVersion> version = engine.version();
    if (isVariant(type) && version.isPresent()) {
      return version.get().before(4)
          ? Optional.of(new Lacking(type, true, "Spark has variant from 4.0 on"))
          : Optional.empty();
    }
    return Optional.of(new Lacking(type, false, null));
  }

  private static boolean isVariant(LakeType type) {
    return type.text().equals("variant");
  }

  private static boolean isGeo(LakeType type) {
    return type instanceof LakeType.Opaque && GEO.stream().anyMatch(type.text()::startsWith);
  }

  private static Stream<LakeType> parts(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream().flatMap(field -> parts(field.type()));
    }
    if (type instanceof LakeType.Array array) {
      return parts(array.element());
    }
    return type instanceof LakeType.Map map
        ? Stream.concat(parts(map.key()), parts(map.value()))
        : Stream.of(type);
  }
}
