package io.stillwater.planning.release;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.NearestWord;
import java.util.List;
import java.util.Optional;

/** Types in documents: the contract's spelling and the engines'. */
public final class Types {
  private static final List<String> NAMES =
      List.of(
          "boolean",
          "tinyint",
          "smallint",
          "int",
          "integer",
          "bigint",
          "long",
          "float",
          "real",
          "double",
          "decimal",
          "string",
          "varchar",
          "binary",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "timestamp_ns",
          "uuid",
          "struct",
          "array",
          "map");

  private Types() {}

  public static Optional<LakeType> read(Field field) {
    return field.parsed(Types::parse);
  }

  private static LakeType parse(String text) {
    try {
      return LakeType.parse(text);
    } catch (IllegalArgumentException e) {
      boolean word = text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
      if (word) {
        throw new IllegalArgumentException(
            "'" + text + "' is no type; " + NearestWord.hint(text, NAMES), e);
      }
      throw e;
    }
  }
}
