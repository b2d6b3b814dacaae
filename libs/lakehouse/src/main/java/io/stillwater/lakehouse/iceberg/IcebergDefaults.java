package io.stillwater.lakehouse.iceberg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** A column's default, from plain values to Iceberg's literals and back. */
final class IcebergDefaults {
  private IcebergDefaults() {}

  /**
   * @param value a Boolean, Number or String; null for none
   * @throws TableEditException when the value is none of the type
   */
  static Literal<?> literal(Object value, Type type) {
    if (value == null) {
      return null;
    }
    try {
      Literal<?> literal = plain(value, type).to(type);
      if (literal != null && literal.value() != null) {
        return literal;
      }
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      throw notOfType(value, type, e);
    }
    throw notOfType(value, type, null);
  }

  /** A Boolean, Number or String that {@link #literal} reads as the same value. */
  static Object plain(Types.NestedField field) {
    Object value = field.writeDefault();
    if (value == null
        || value instanceof Boolean
        || value instanceof Number
            && field.type().typeId() != Type.TypeID.DATE
            && isNumber(field.type())) {
      return value;
    }
    return IcebergValues.text(field.type(), value);
  }

  private static boolean isNumber(Type type) {
    return switch (type.typeId()) {
      case INTEGER, LONG, FLOAT, DOUBLE, DECIMAL -> true;
      default -> false;
    };
  }

  private static Literal<?> plain(Object value, Type type) {
    if (value instanceof Boolean bool) {
      return Expressions.lit(bool);
    }
    if (value instanceof Number number) {
      return number(new BigDecimal(number.toString()), type);
    }
    if (isNumber(type)) {
      return number(new BigDecimal(value.toString()), type);
    }
    return Expressions.lit(value.toString());
  }

  private static Literal<?> number(BigDecimal value, Type type) {
    return switch (type.typeId()) {
      case INTEGER -> Expressions.lit(value.intValueExact());
      case LONG -> Expressions.lit(value.longValueExact());
      case FLOAT -> Expressions.lit(value.floatValue());
      case DOUBLE -> Expressions.lit(value.doubleValue());
      case DECIMAL ->
          Expressions.lit(
              value.setScale(((Types.DecimalType) type).scale(), RoundingMode.UNNECESSARY));
      default -> throw new IllegalArgumentException("a number is no " + type);
    };
  }

  private static TableEditException notOfType(Object value, Type type, RuntimeException cause) {
    return new TableEditException("Default '" + value + "' is no value of type " + type, cause);
  }
}
