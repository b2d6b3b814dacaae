package io.stillwater.planning.consumers;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One way in which one reader uses a table.
 *
 * @param name as the source of the evidence calls it
 * @param owner who answers for it; null where unknown
 * @param column what of the table is used, as a path in lower case; {@link #EVERY_COLUMN} for
 *     {@code SELECT *}, {@link #NO_COLUMN} where no column is named or known
 * @param lastSeen the last day (UTC) it was seen
 */
public record Reader(
    ReaderKind kind, String name, String owner, ReaderUse use, String column, LocalDate lastSeen) {
  public static final String EVERY_COLUMN = "*";
  public static final String NO_COLUMN = "";

  public Reader {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }
}
