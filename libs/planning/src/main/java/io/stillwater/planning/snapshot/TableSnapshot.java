package io.stillwater.planning.snapshot;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.EngineInUse;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lake as planning sees it: tables and the engines that use them (contract, section 2). */
public record TableSnapshot(List<EngineInUse> engines, Map<TableName, TableState> tables) {
  public TableSnapshot {
    engines = List.copyOf(engines);
    tables = Collections.unmodifiableMap(new TreeMap<>(tables));
  }

  public static TableSnapshot of(List<EngineInUse> engines, Collection<TableState> tables) {
    Map<TableName, TableState> byName = new TreeMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return new TableSnapshot(engines, byName);
  }

  public Optional<TableState> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }
}
