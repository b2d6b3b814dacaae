package io.stillwater.lakehouse.type;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Types inside types. */
final class NestedTypes {
  private NestedTypes() {}

  static boolean nested(LakeType type) {
    return type instanceof LakeType.Struct
        || type instanceof LakeType.Array
        || type instanceof LakeType.Map;
  }

  /** The type itself or the first inside it of which the question holds. */
  static Optional<LakeType> find(LakeType type, Predicate<LakeType> question) {
    return question.test(type)
        ? Optional.of(type)
        : inside(type)
            .map(inner -> find(inner, question).orElse(null))
            .filter(Objects::nonNull)
            .findFirst();
  }

  private static Stream<LakeType> inside(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream().map(LakeType.Field::type);
    }
    if (type instanceof LakeType.Array array) {
      return Stream.of(array.element());
    }
    return type instanceof LakeType.Map map ? Stream.of(map.key(), map.value()) : Stream.empty();
  }
}
