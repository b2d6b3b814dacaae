package io.stillwater.cli.checks;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.PlannedTable;
import io.stillwater.checks.TargetColumn;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state that tables are held against: that of an earlier export, or none. */
public record ExpectedTables(Map<TableName, TableState> tables) {

  /**
   * @param file null for none
   * @throws CliException when it is no table snapshot
   */
  public static ExpectedTables read(Path file) {
    if (file == null) {
      return new ExpectedTables(Map.of());
    }
    try {
      Parsed<TableSnapshot> parsed = TableSnapshots.read(Files.readString(file));
      if (parsed instanceof Parsed.Valid<TableSnapshot> valid) {
        return new ExpectedTables(valid.value().tables());
      }
      throw new CliException(
          ExitCodes.UNREADABLE, file + ": " + DocumentErrors.text(parsed.errors()));
    } catch (IOException e) {
      throw new CliException(ExitCodes.UNREADABLE, file + " cannot be read", e);
    }
  }

  public Set<TableName> names() {
    return tables.keySet();
  }

  public CheckContext context() {
    Map<TableName, PlannedTable> planned = new HashMap<>();
    Map<TableName, List<TargetColumn>> targets = new HashMap<>();
    tables.forEach(
        (name, state) -> {
          planned.put(
              name,
              new PlannedTable(
                  name, state.uuid(), state.schemaId(), state.snapshotId(), state.specId()));
          targets.put(
              name,
              state.columns().stream()
                  .map(column -> new TargetColumn(column.name(), column.type(), column.nullable()))
                  .toList());
        });
    return new CheckContext(null, planned, targets);
  }
}
