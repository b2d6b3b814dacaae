package io.stillwater.lakehouse.layout;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import java.util.Locale;

/**
 * One field of a partition spec: {@code region}, {@code day(ts)}, {@code bucket(16, id)}.
 *
 * @param width buckets, or characters kept by truncate; 0 for the others
 */
public record PartitionTransform(Kind kind, ColumnPath source, int width) {

  public enum Kind {
    IDENTITY,
    YEAR,
    MONTH,
    DAY,
    HOUR,
    BUCKET,
    TRUNCATE,
    /** A field dropped from a v1 spec, which keeps its place. */
    VOID;

    boolean hasWidth() {
      return this == BUCKET || this == TRUNCATE;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException saying what cannot be read
   */
  public static PartitionTransform parse(String text) {
    String trimmed = text.strip();
    int open = trimmed.startsWith("\"") ? -1 : trimmed.indexOf('(');
    if (open < 0) {
      return new PartitionTransform(Kind.IDENTITY, ColumnPath.parse(trimmed), 0);
    }
    if (!trimmed.endsWith(")")) {
      throw new IllegalArgumentException("partition field '" + text + "' does not end with ')'");
    }
    Kind kind = kind(trimmed.substring(0, open).strip(), text);
    String inside = trimmed.substring(open + 1, trimmed.length() - 1).strip();
    if (!kind.hasWidth()) {
      return new PartitionTransform(kind, ColumnPath.parse(inside), 0);
    }
    return withWidth(kind, inside, text);
  }

  /** As an engine writes it in DDL; Spark's names are plural. */
  public String render(Dialect dialect) {
    if (kind == Kind.IDENTITY) {
      return source.render(dialect);
    }
    String column = source.render(dialect);
    if (kind.hasWidth()) {
      return dialect == Dialect.SPARK
          ? kind.text() + "(" + width + ", " + column + ")"
          : kind.text() + "(" + column + ", " + width + ")";
    }
    boolean time = kind != Kind.VOID && dialect == Dialect.SPARK;
    return kind.text() + (time ? "s(" : "(") + column + ")";
  }

  /** As Trino's table property {@code partitioning} lists it: a text that holds the expression. */
  public String trinoProperty() {
    return Identifiers.literal(render(Dialect.TRINO), Dialect.TRINO);
  }

  /** The contract's spelling, which {@link #parse} reads. */
  @Override
  public String toString() {
    if (kind == Kind.IDENTITY) {
      return source.toString();
    }
    return kind.text() + "(" + (kind.hasWidth() ? width + ", " : "") + source + ")";
  }

  private static Kind kind(String name, String text) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "identity" -> Kind.IDENTITY;
      case "year", "years" -> Kind.YEAR;
      case "month", "months" -> Kind.MONTH;
      case "day", "days", "date" -> Kind.DAY;
      case "hour", "hours", "date_hour" -> Kind.HOUR;
      case "bucket" -> Kind.BUCKET;
      case "truncate" -> Kind.TRUNCATE;
      case "void" -> Kind.VOID;
      default ->
          throw new IllegalArgumentException(
              "partition field '"
                  + text
                  + "': '"
                  + name
                  + "' is no transform; known are year, month, day, hour, bucket, truncate");
    };
  }

  /** {@code bucket(16, id)}, and Trino's {@code bucket(id, 16)}. */
  private static PartitionTransform withWidth(Kind kind, String inside, String text) {
    int first = inside.indexOf(',');
    int last = inside.lastIndexOf(',');
    if (first > 0 && isNumber(inside.substring(0, first).strip())) {
      String width = inside.substring(0, first).strip();
      return of(kind, width, inside.substring(first + 1).strip(), text);
    }
    if (last > 0 && isNumber(inside.substring(last + 1).strip())) {
      String width = inside.substring(last + 1).strip();
      return of(kind, width, inside.substring(0, last).strip(), text);
    }
    throw new IllegalArgumentException(
        "partition field '" + text + "' needs a width, e.g. " + kind.text() + "(16, id)");
  }

  private static PartitionTransform of(Kind kind, String width, String column, String text) {
    int number = width.length() > 9 ? 0 : Integer.parseInt(width);
    if (number < 1) {
      throw new IllegalArgumentException(
          "partition field '" + text + "': the width must be from 1 to 999999999");
    }
    return new PartitionTransform(kind, ColumnPath.parse(column), number);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
