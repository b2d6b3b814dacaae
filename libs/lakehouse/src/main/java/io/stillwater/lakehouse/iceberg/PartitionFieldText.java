package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.Term;
import org.apache.iceberg.transforms.Transforms;

/**
 * A partition or sort field in the contract's spelling.
 *
 * @param transform identity, year, month, day, hour, bucket, truncate, void
 * @param width of bucket and truncate; 0 elsewhere
 */
record PartitionFieldText(String transform, int width, ColumnPath column) {
  private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern WIDTH_FIRST = Pattern.compile("(\\d+)\\s*,\\s*(.+)", Pattern.DOTALL);
  private static final Pattern WIDTH_LAST = Pattern.compile("(.+?)\\s*,\\s*(\\d+)", Pattern.DOTALL);

  /** Reads the engines' spellings too: {@code days(ts)}, {@code bucket(id, 16)}. */
  static PartitionFieldText parse(String text) {
    String trimmed = text.strip();
    Matcher call = CALL.matcher(trimmed);
    if (trimmed.startsWith("\"") || !call.matches()) {
      return new PartitionFieldText("identity", 0, ColumnPath.parse(trimmed));
    }
    String name = call.group(1).toLowerCase(Locale.ROOT);
    String arguments = call.group(2).strip();
    return switch (name) {
      case "identity", "void" -> new PartitionFieldText(name, 0, ColumnPath.parse(arguments));
      case "year", "years", "month", "months", "day", "days", "hour", "hours" ->
          new PartitionFieldText(
              name.endsWith("s") ? name.substring(0, name.length() - 1) : name,
              0,
              ColumnPath.parse(arguments));
      case "bucket", "truncate" -> withWidth(text, name, arguments);
      default ->
          throw new IllegalArgumentException(
              "Partition field '"
                  + text
                  + "': transform "
                  + name
                  + " is not known; use year, month, day, hour, bucket(n, column),"
                  + " truncate(n, column), void or the bare column");
    };
  }

  Term term(Schema schema) {
    SchemaFields.require(schema, column);
    String name = IcebergTypes.name(column);
    return switch (transform) {
      case "year" -> Expressions.year(name);
      case "month" -> Expressions.month(name);
      case "day" -> Expressions.day(name);
      case "hour" -> Expressions.hour(name);
      case "bucket" -> Expressions.bucket(name, width);
      case "truncate" -> Expressions.truncate(name, width);
      case "void" -> Expressions.transform(name, Transforms.alwaysNull());
      default -> Expressions.ref(name);
    };
  }

  @Override
  public String toString() {
    return switch (transform) {
      case "identity" -> column.toString();
      case "bucket", "truncate" -> transform + "(" + width + ", " + column + ")";
      default -> transform + "(" + column + ")";
    };
  }

  private static PartitionFieldText withWidth(String text, String name, String arguments) {
    Matcher first = WIDTH_FIRST.matcher(arguments);
    if (first.matches()) {
      return new PartitionFieldText(
          name, width(text, first.group(1)), ColumnPath.parse(first.group(2).strip()));
    }
    Matcher last = WIDTH_LAST.matcher(arguments);
    if (last.matches()) {
      return new PartitionFieldText(
          name, width(text, last.group(2)), ColumnPath.parse(last.group(1).strip()));
    }
    throw new IllegalArgumentException(
        "Partition field '" + text + "': write " + name + "(16, column)");
  }

  private static int width(String text, String digits) {
    try {
      int width = Integer.parseInt(digits);
      if (width > 0) {
        return width;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Partition field '" + text + "': " + digits + " is too large", e);
    }
    throw new IllegalArgumentException(
        "Partition field '" + text + "': the width must be positive");
  }
}
