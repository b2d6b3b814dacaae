package io.stillwater.lakehouse.layout;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.Identifiers;
import java.util.Locale;

/**
 * One field of a sort order: {@code ts}, {@code ts DESC}, {@code bucket(16, id) ASC NULLS LAST}.
 */
public record SortField(PartitionTransform term, boolean ascending, boolean nullsFirst) {

  /** Nulls come first when ascending and last when descending, as Iceberg has it, unless said. */
  public static SortField parse(String text) {
    String rest = text.strip();
    Boolean nullsFirst = null;
    if (endsWith(rest, " nulls first")) {
      nullsFirst = true;
      rest = cut(rest, " nulls first");
    } else if (endsWith(rest, " nulls last")) {
      nullsFirst = false;
      rest = cut(rest, " nulls last");
    }
    boolean descending = endsWith(rest, " desc");
    if (descending) {
      rest = cut(rest, " desc");
    } else if (endsWith(rest, " asc")) {
      rest = cut(rest, " asc");
    }
    return new SortField(
        PartitionTransform.parse(rest), !descending, nullsFirst == null ? !descending : nullsFirst);
  }

  public String render(Dialect dialect) {
    return term.render(dialect) + direction();
  }

  /** As Trino's table property {@code sorted_by} lists it. */
  public String trinoProperty() {
    return Identifiers.literal(render(Dialect.TRINO), Dialect.TRINO);
  }

  @Override
  public String toString() {
    boolean usual = nullsFirst == ascending;
    return term + (ascending ? " ASC" : " DESC") + (usual ? "" : nulls());
  }

  private String direction() {
    return (ascending ? " ASC" : " DESC") + nulls();
  }

  private String nulls() {
    return nullsFirst ? " NULLS FIRST" : " NULLS LAST";
  }

  private static boolean endsWith(String text, String end) {
    return text.toLowerCase(Locale.ROOT).endsWith(end);
  }

  private static String cut(String text, String end) {
    return text.substring(0, text.length() - end.length()).strip();
  }
}
