package io.stillwater.planning.rules;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Whether a plain value is one of a type, so that it can be its default. */
public final class DefaultValues {
  private DefaultValues() {}

  /** Refuses a default that is no value of the type, and says whether it did. */
  public static boolean refusedUnfit(Object value, LakeType type, Findings findings) {
    boolean fits = fits(value, type);
    if (!fits) {
      findings.add(FindingCode.DEFAULT_DOES_NOT_FIT, "'" + value + "' is no " + type.text(), null);
    }
    return !fits;
  }

  private static boolean fits(Object value, LakeType type) {
    try {
      return type instanceof Primitive primitive
          ? fits(value, primitive)
          : type instanceof LakeType.Decimal decimal && fits(value, decimal)
              || type instanceof LakeType.Varchar varchar
                  && value instanceof String text
                  && text.length() <= varchar.length();
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }

  private static boolean fits(Object value, Primitive type) {
    String text = value.toString();
    return switch (type) {
      case BOOLEAN -> value instanceof Boolean;
      case TINYINT -> whole(value, 7);
      case SMALLINT -> whole(value, 15);
      case INT -> whole(value, 31);
      case BIGINT -> whole(value, 63);
      case FLOAT -> !Float.isInfinite(number(value).floatValue());
      case DOUBLE -> !Double.isInfinite(number(value).doubleValue());
      case STRING -> value instanceof String;
      case DATE -> LocalDate.parse(text) != null;
      case TIME -> LocalTime.parse(text) != null;
      case TIMESTAMP, TIMESTAMP_NS -> LocalDateTime.parse(text) != null;
      case TIMESTAMPTZ, TIMESTAMPTZ_NS -> OffsetDateTime.parse(text) != null;
      case UUID -> UUID.fromString(text).toString().equalsIgnoreCase(text);
      case BINARY -> false;
    };
  }

  private static boolean fits(Object value, LakeType.Decimal type) {
    BigDecimal number = number(value).setScale(type.scale());
    return number.precision() <= type.precision();
  }

  private static boolean whole(Object value, int bits) {
    return number(value).toBigIntegerExact().bitLength() <= bits;
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Number) {
      return new BigDecimal(value.toString());
    }
    throw new IllegalArgumentException("no number: " + value);
  }
}
