package io.stillwater.cli.lake;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads tables one by one: what cannot be read is told and does not keep the others back. */
public final class LakeExport {
  private final Catalogs catalogs;
  private final Consumer<String> unreadable;
  private boolean complete = true;

  /**
   * @param unreadable gets a line for each table or catalog that cannot be read
   */
  public LakeExport(Catalogs catalogs, Consumer<String> unreadable) {
    this.catalogs = catalogs;
    this.unreadable = unreadable;
  }

  /** The tables of the catalogs, as far as they can be listed. */
  public List<TableName> list(Collection<String> names) {
    List<TableName> tables = new ArrayList<>();
    for (String name : names) {
      try {
        tables.addAll(catalogs.catalog(name).list());
      } catch (RuntimeException e) {
        tell("Catalog " + name, e);
      }
    }
    return tables;
  }

  /** The tables' states, of those that can be read. */
  public List<TableState> describe(List<TableName> tables) {
    List<TableState> states = new ArrayList<>();
    for (TableName table : tables) {
      try {
        states.add(
            catalogs
                .of(table)
                .describe(table)
                .orElseThrow(() -> new IllegalArgumentException("there is no such table")));
      } catch (RuntimeException e) {
        tell("Table " + table, e);
      }
    }
    return states;
  }

  /** Whether everything could be read so far. */
  public boolean isComplete() {
    return complete;
  }

  private void tell(String what, RuntimeException e) {
    complete = false;
    unreadable.accept(what + " cannot be read: " + reason(e));
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElseThrow();
  }
}
