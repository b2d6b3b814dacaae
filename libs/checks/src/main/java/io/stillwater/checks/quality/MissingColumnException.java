package io.stillwater.checks.quality;

import io.stillwater.checks.ColumnExpression;
import io.stillwater.checks.Finding;
import io.stillwater.lakehouse.TableName;

/** A test is about a column that the table lacks, which is a breach and no failure to read. */
final class MissingColumnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  MissingColumnException(TableName table, String column) {
    super(table + " has no column " + column);
    this.finding = ColumnExpression.missing(table, column);
  }

  Finding finding() {
    return finding;
  }
}
