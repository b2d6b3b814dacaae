package io.stillwater.planning.snapshot;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Header;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.EngineReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table snapshot document, whose tables may come before the rest of it. */
final class TableSnapshotReader {
  static final String TABLES = "tables";

  private final TableStateReader reader = new TableStateReader();
  private final Map<TableName, TableState> tables = new HashMap<>();

  void table(Field item) {
    item.fields()
        .flatMap(reader::read)
        .ifPresent(
            table -> {
              if (tables.put(table.name(), table) != null) {
                item.wrong("table " + table.name() + " is listed twice; keep one");
              }
            });
  }

  Optional<TableSnapshot> read(Field root) {
    return Header.read(root, "TableSnapshot").map(this::read);
  }

  private TableSnapshot read(Fields fields) {
    List<EngineInUse> engines =
        fields.items("engines").stream().flatMap(item -> EngineReader.read(item).stream()).toList();
    fields.require(TABLES).map(Field::items).orElse(List.of()).forEach(this::table);
    fields.refuseOthers();
    return new TableSnapshot(engines, tables);
  }
}
