package io.stillwater.planning.snapshot;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Header;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.EngineReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table snapshot document. */
final class TableSnapshotReader {
  private TableSnapshotReader() {}

  static Optional<TableSnapshot> read(Field root) {
    return Header.read(root, "TableSnapshot").map(TableSnapshotReader::read);
  }

  private static TableSnapshot read(Fields fields) {
    List<EngineInUse> engines =
        fields.items("engines").stream().flatMap(item -> EngineReader.read(item).stream()).toList();
    Map<TableName, TableState> tables = new TreeMap<>();
    for (Field item : fields.require("tables").map(Field::items).orElse(List.of())) {
      item.fields()
          .flatMap(TableStateReader::read)
          .ifPresent(
              table -> {
                if (tables.put(table.name(), table) != null) {
                  item.wrong("table " + table.name() + " is listed twice; keep one");
                }
              });
    }
    fields.refuseOthers();
    return new TableSnapshot(engines, tables);
  }
}
