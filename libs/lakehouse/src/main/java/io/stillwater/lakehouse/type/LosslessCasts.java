package io.stillwater.lakehouse.type;

import io.stillwater.lakehouse.type.LakeType.Decimal;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.lakehouse.type.LakeType.Varchar;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which casts keep every value, and which at least some. */
final class LosslessCasts {
  private static final Set<Primitive> WHOLE =
      EnumSet.of(Primitive.TINYINT, Primitive.SMALLINT, Primitive.INT, Primitive.BIGINT);
  private static final Set<Primitive> FLOATING = EnumSet.of(Primitive.FLOAT, Primitive.DOUBLE);
  private static final Set<Primitive> TIMED =
      EnumSet.of(Primitive.DATE, Primitive.TIMESTAMP, Primitive.TIMESTAMP_NS);
  private static final Set<Primitive> ZONED =
      EnumSet.of(Primitive.TIMESTAMPTZ, Primitive.TIMESTAMPTZ_NS);

  /** Decimal digits that hold every value of the type. */
  private static final Map<Primitive, Integer> DIGITS =
      Map.of(Primitive.TINYINT, 3, Primitive.SMALLINT, 5, Primitive.INT, 10, Primitive.BIGINT, 19);

  /** Bits of a whole number's magnitude. */
  private static final Map<Primitive, Integer> BITS =
      Map.of(Primitive.TINYINT, 7, Primitive.SMALLINT, 15, Primitive.INT, 31, Primitive.BIGINT, 63);

  private LosslessCasts() {}

  static boolean lossless(LakeType from, LakeType to) {
    if (from.equals(to)) {
      return true;
    }
    if (from instanceof Decimal narrow && to instanceof Decimal wide) {
      return wide.scale() >= narrow.scale()
          && wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
    }
    if (from instanceof Varchar shorter) {
      return to == Primitive.STRING
          || to instanceof Varchar longer && longer.length() >= shorter.length();
    }
    return from instanceof Primitive primitive && primitiveLossless(primitive, to);
  }

  private static boolean primitiveLossless(Primitive from, LakeType to) {
    if (WHOLE.contains(from)) {
      return wholeLossless(from, to);
    }
    return switch (from) {
      case FLOAT -> to == Primitive.DOUBLE;
      case DATE -> to == Primitive.TIMESTAMP;
      case UUID -> to == Primitive.STRING;
      default -> false;
    };
  }

  private static boolean wholeLossless(Primitive from, LakeType to) {
    if (to instanceof Decimal decimal) {
      return decimal.precision() - decimal.scale() >= DIGITS.get(from);
    }
    if (to == Primitive.STRING) {
      return true;
    }
    if (to == Primitive.FLOAT) {
      return BITS.get(from) <= 24;
    }
    if (to == Primitive.DOUBLE) {
      return BITS.get(from) <= 53;
    }
    return to instanceof Primitive wide && WHOLE.contains(wide) && BITS.get(wide) >= BITS.get(from);
  }

  static boolean castable(LakeType from, LakeType to) {
    if (lossless(from, to)) {
      return true;
    }
    if (isText(from) || isText(to)) {
      return isScalar(from) && isScalar(to) && !isBytes(from) && !isBytes(to);
    }
    if (isNumber(from) && isNumber(to)) {
      return true;
    }
    return TIMED.contains(from) && TIMED.contains(to) || ZONED.contains(from) && ZONED.contains(to);
  }

  static boolean isText(LakeType type) {
    return type == Primitive.STRING || type instanceof Varchar;
  }

  static boolean isFloating(LakeType type) {
    return FLOATING.contains(type);
  }

  private static boolean isNumber(LakeType type) {
    return type instanceof Decimal || WHOLE.contains(type) || isFloating(type);
  }

  private static boolean isBytes(LakeType type) {
    return type == Primitive.BINARY || type instanceof LakeType.Fixed;
  }

  private static boolean isScalar(LakeType type) {
    return type instanceof Primitive || type instanceof Decimal || type instanceof Varchar;
  }
}
