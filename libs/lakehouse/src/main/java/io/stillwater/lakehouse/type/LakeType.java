package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A column's type, as the contract spells it. */
public sealed interface LakeType {

  /** The contract's spelling, which {@link TypeParser} reads. */
  String text();

  default String render(Dialect dialect) {
    return TypeRenderer.render(this, dialect);
  }

  static LakeType parse(String text) {
    return TypeParser.parse(text);
  }

  enum Primitive implements LakeType {
    BOOLEAN,
    TINYINT,
    SMALLINT,
    INT,
    BIGINT,
    FLOAT,
    DOUBLE,
    STRING,
    BINARY,
    DATE,
    TIME,
    TIMESTAMP,
    TIMESTAMPTZ,
    TIMESTAMP_NS,
    TIMESTAMPTZ_NS,
    UUID;

    /** Whole numbers, each of which holds those before it. */
    public static final List<Primitive> WHOLE = List.of(TINYINT, SMALLINT, INT, BIGINT);

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record Decimal(int precision, int scale) implements LakeType {
    public Decimal {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException(
            "decimal(%d,%d): precision is 1 to 38, scale 0 to the precision"
                .formatted(precision, scale));
      }
    }

    @Override
    public String text() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  record Varchar(int length) implements LakeType {
    public Varchar {
      requirePositive("varchar", length);
    }

    @Override
    public String text() {
      return "varchar(" + length + ")";
    }
  }

  /** Bytes of one length, of Iceberg. */
  record Fixed(int length) implements LakeType {
    public Fixed {
      requirePositive("fixed", length);
    }

    @Override
    public String text() {
      return "fixed(" + length + ")";
    }
  }

  record Struct(List<Field> fields) implements LakeType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public String text() {
      return fields.stream().map(Field::text).collect(Collectors.joining(", ", "struct<", ">"));
    }
  }

  record Field(String name, LakeType type, boolean nullable) {
    public Field {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
    }

    public static Field of(String name, LakeType type) {
      return new Field(name, type, true);
    }

    String text() {
      return TypeText.name(name) + ": " + type.text() + (nullable ? "" : " not null");
    }
  }

  record Array(LakeType element) implements LakeType {
    public Array {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String text() {
      return "array<" + element.text() + ">";
    }
  }

  record Map(LakeType key, LakeType value) implements LakeType {
    public Map {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
      return "map<" + key.text() + ", " + value.text() + ">";
    }
  }

  /** A type that is carried by name only: variant, geometry and what formats add later. */
  record Opaque(String text) implements LakeType {
    public Opaque {
      Objects.requireNonNull(text, "text");
    }
  }

  private static void requirePositive(String what, int length) {
    if (length < 1) {
      throw new IllegalArgumentException(what + "(" + length + "): the length must be positive");
    }
  }
}
