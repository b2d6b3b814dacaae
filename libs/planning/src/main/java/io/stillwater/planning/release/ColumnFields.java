package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Quantities;
import io.stillwater.planning.document.DocumentNode.Scalar;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.environment.GracePeriod;
import java.time.Duration;
import java.util.Optional;

/** Fields that several operations share. */
final class ColumnFields {
  private ColumnFields() {}

  static Optional<ColumnPath> path(Field field) {
    return field.parsed(ColumnPath::parse);
  }

  /** A plain value; absent and null both mean none. */
  static Optional<Object> defaultValue(Fields fields) {
    return fields.get(
        "default",
        field -> {
          if (field.node() instanceof Scalar scalar) {
            return Optional.of(scalar.value());
          }
          field.wrong("a default is a plain value, not " + field.node().kind());
          return Optional.empty();
        });
  }

  /** First, after a sibling, or (empty) where nothing is said. */
  static Optional<Position> position(Fields fields) {
    boolean first = fields.get("first", Field::truth).orElse(false);
    Optional<String> after = fields.get("after", Field::text).map(ColumnFields::leaf);
    if (first && after.isPresent()) {
      fields.wrong("'first' and 'after' contradict each other; keep one");
    }
    return first ? Optional.of(Position.FIRST) : after.map(Position::new);
  }

  static Duration gracePeriod(Fields fields) {
    return fields.get("gracePeriod", field -> field.parsed(ColumnFields::gracePeriod)).orElse(null);
  }

  private static Duration gracePeriod(String text) {
    Duration period = Quantities.duration(text);
    if (period.compareTo(GracePeriod.MIN) < 0 || period.compareTo(GracePeriod.MAX) > 0) {
      throw new IllegalArgumentException(
          "a grace period is 7 to 30 days (P7D to P30D), not " + text);
    }
    return period;
  }

  /** {@code after: address.city} means the sibling {@code city}. */
  private static String leaf(String text) {
    try {
      return ColumnPath.parse(text).leaf();
    } catch (IllegalArgumentException notAPath) {
      return text;
    }
  }
}
