package io.stillwater.planning.consumers;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import java.time.Duration;
import java.util.Optional;

/** What is known of the readers of tables and columns. */
public interface ConsumerEvidence {
  /** Nothing was ever observed. */
  ConsumerEvidence NONE = (table, column, window) -> Readership.UNOBSERVED;

  /**
   * Who has read it lately, and who is defined on it.
   *
   * @param column empty for whatever of the table; may be one that is yet to be added
   * @param window how far back to look from now
   */
  Readership of(TableName table, Optional<ColumnPath> column, Duration window);
}
