package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a type in the contract's spelling or in that of an engine. */
public final class TypeParser {
  private static final Map<String, Primitive> SYNONYMS =
      Map.ofEntries(
          Map.entry("bool", Primitive.BOOLEAN),
          Map.entry("byte", Primitive.TINYINT),
          Map.entry("short", Primitive.SMALLINT),
          Map.entry("integer", Primitive.INT),
          Map.entry("long", Primitive.BIGINT),
          Map.entry("real", Primitive.FLOAT),
          Map.entry("varchar", Primitive.STRING),
          Map.entry("text", Primitive.STRING),
          Map.entry("varbinary", Primitive.BINARY),
          Map.entry("blob", Primitive.BINARY),
          Map.entry("bytes", Primitive.BINARY),
          Map.entry("timestamp_ntz", Primitive.TIMESTAMP),
          Map.entry("timestamp_ltz", Primitive.TIMESTAMPTZ));

  private static final List<String> OPAQUE =
      List.of("variant", "unknown", "geometry", "geography", "uniontype");
  private static final int MAX_DEPTH = 64;

  private final TypeTokens tokens;
  private int depth;

  private TypeParser(TypeTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws IllegalArgumentException with the position of what cannot be read
   */
  public static LakeType parse(String text) {
    TypeTokens tokens = new TypeTokens(text);
    LakeType type = new TypeParser(tokens).type();
    tokens.expectEnd();
    return type;
  }

  private LakeType type() {
    if (++depth > MAX_DEPTH) {
      throw tokens.error("types are nested deeper than " + MAX_DEPTH);
    }
    LakeType type = one();
    depth--;
    return type;
  }

  private LakeType one() {
    String word = tokens.word().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "struct", "row" -> struct();
      case "array", "list" -> {
        char close = tokens.open();
        LakeType element = type();
        tokens.expect(close);
        yield new LakeType.Array(element);
      }
      case "map" -> {
        char close = tokens.open();
        LakeType key = type();
        tokens.expect(',');
        LakeType value = type();
        tokens.expect(close);
        yield new LakeType.Map(key, value);
      }
      case "decimal", "numeric" -> decimal();
      case "fixed" -> new LakeType.Fixed(length());
      case "varchar", "char", "character" ->
          tokens.atOpening() ? new LakeType.Varchar(length()) : primitive(word);
      case "timestamp", "time" -> temporal(word);
      default -> primitive(word);
    };
  }

  private LakeType struct() {
    char close = tokens.open();
    List<LakeType.Field> fields = new ArrayList<>();
    do {
      String name = tokens.fieldName();
      tokens.skip(':');
      LakeType type = type();
      boolean required = tokens.skipWords("not", "null");
      fields.add(new LakeType.Field(name, type, !required));
    } while (tokens.skip(','));
    tokens.expect(close);
    return new LakeType.Struct(fields);
  }

  private LakeType decimal() {
    if (!tokens.atOpening()) {
      return new LakeType.Decimal(10, 0);
    }
    char close = tokens.open();
    int precision = tokens.number();
    int scale = tokens.skip(',') ? tokens.number() : 0;
    tokens.expect(close);
    return new LakeType.Decimal(precision, scale);
  }

  private int length() {
    char close = tokens.open();
    int length = tokens.number();
    tokens.expect(close);
    return length;
  }

  /** {@code timestamp(6) with time zone}; more than six digits are nanoseconds. */
  private LakeType temporal(String word) {
    int digits = tokens.atOpening() ? length() : 6;
    boolean zoned = tokens.skipWords("with", "time", "zone");
    if (!zoned) {
      tokens.skipWords("without", "time", "zone");
    }
    if (word.equals("time")) {
      if (zoned) {
        throw tokens.error("time with time zone is no type of a table");
      }
      return Primitive.TIME;
    }
    if (digits > 6) {
      return zoned ? Primitive.TIMESTAMPTZ_NS : Primitive.TIMESTAMP_NS;
    }
    return zoned ? Primitive.TIMESTAMPTZ : Primitive.TIMESTAMP;
  }

  private LakeType primitive(String word) {
    if (word.equals("double")) {
      tokens.skipWords("precision");
    }
    if (OPAQUE.contains(word)) {
      return new LakeType.Opaque(word + tokens.bracketed());
    }
    for (Primitive primitive : Primitive.values()) {
      if (primitive.text().equals(word)) {
        return primitive;
      }
    }
    return Optional.ofNullable(SYNONYMS.get(word))
        .orElseThrow(() -> tokens.error("'" + word + "' is no type"));
  }
}
