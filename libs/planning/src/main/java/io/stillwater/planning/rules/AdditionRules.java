package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;

/** What is to be said of a new column, whatever the format. */
public final class AdditionRules {
  private AdditionRules() {}

  public static void noteInserts(ColumnPath column, TableName table, Findings findings) {
    findings.add(
        FindingCode.POSITIONAL_INSERT,
        "INSERT INTO " + table + " without column names notices " + column,
        null);
  }

  /** Of tables that are read through views whose columns were fixed when they were made. */
  public static void noteInsertsAndViews(ColumnPath column, TableName table, Findings findings) {
    findings.add(
        FindingCode.POSITIONAL_INSERT,
        "INSERT INTO "
            + table
            + " without column names, and stored SELECT * views, notice "
            + column,
        null);
  }

  public static void noteNotLast(ColumnPath column, Findings findings) {
    findings.add(
        FindingCode.REORDER_SWAPS,
        column + " does not come last, so that columns after it move",
        null);
  }
}
