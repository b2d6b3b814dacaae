package io.stillwater.planning.rules;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.Optional;

/** Nullability, default, comment and place of a column that is there. */
public abstract class ColumnChangeRules {
  protected final TableModel table;
  protected final Findings findings;

  protected ColumnChangeRules(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  public final void judge(Change.OfColumn change) {
    Optional<FieldAt> found = require(change.column());
    if (found.isEmpty()) {
      return;
    }
    FieldAt at = found.get();
    if (change instanceof Change.SetNullable) {
      setNullable(at);
    } else if (change instanceof Change.SetNotNull) {
      if (at.column().nullable()) {
        setNotNull(at);
      }
    } else if (change instanceof Change.SetDefault set) {
      setDefault(at, set.value());
    } else if (change instanceof Change.DropDefault) {
      dropDefault(at);
    } else if (change instanceof Change.SetComment) {
      setComment(at);
    } else if (change instanceof Change.MoveColumn move) {
      move(at, move.position());
    }
  }

  /** The column, where the format changes such at all; else a finding says why not. */
  protected abstract Optional<FieldAt> require(ColumnPath column);

  protected abstract void setNullable(FieldAt at);

  /** Of a column that is optional. */
  protected abstract void setNotNull(FieldAt at);

  protected abstract void setDefault(FieldAt at, Object value);

  protected abstract void dropDefault(FieldAt at);

  /** Nothing but people reads comments. */
  protected void setComment(FieldAt at) {}

  protected abstract void move(FieldAt at, Position position);

  protected final void noteNulls(FieldAt at) {
    findings.add(FindingCode.NULLS_APPEAR, "readers of " + at.path() + " may meet NULL", null);
  }

  /** A default is for rows to come. */
  protected final void noteOldRows(FieldAt at) {
    findings.add(
        FindingCode.OLD_ROWS_KEEP_DEFAULT,
        "rows that are there keep what they read in " + at.path(),
        null);
  }

  protected final void noteOrder() {
    findings.add(
        FindingCode.REORDER_SWAPS,
        "INSERT INTO " + table.name() + " without column names meets another order",
        null);
  }
}
