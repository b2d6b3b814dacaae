package io.stillwater.planning.snapshot;

import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.document.NearestWord;
import io.stillwater.planning.environment.EngineInUse;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The lake as planning sees it: tables and the engines that use them (contract, section 2). */
public record TableSnapshot(List<EngineInUse> engines, NavigableMap<TableName, TableState> tables) {
  /** Names like a missing one are looked for among so many before and after it. */
  private static final int NEIGHBOURS = 25;

  public TableSnapshot {
    engines = List.copyOf(engines);
    tables = Collections.unmodifiableNavigableMap(new TreeMap<>(tables));
  }

  public TableSnapshot(List<EngineInUse> engines, Map<TableName, TableState> tables) {
    this(engines, new TreeMap<>(tables));
  }

  public static TableSnapshot of(List<EngineInUse> engines, Collection<TableState> tables) {
    NavigableMap<TableName, TableState> byName = new TreeMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return new TableSnapshot(engines, byName);
  }

  public Optional<TableState> table(TableName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** What a person may have meant by the name of a table that is not there; null for no idea. */
  public String hint(TableName missing) {
    if (tables.isEmpty()) {
      return null;
    }
    TableName after = tables.ceilingKey(missing);
    TableName before = tables.floorKey(missing);
    if (!sameCatalog(missing, after) && !sameCatalog(missing, before)) {
      return "none of the tables that were read is in catalog " + missing.catalog();
    }
    List<String> near =
        Stream.concat(
                tables.tailMap(missing).keySet().stream().limit(NEIGHBOURS),
                tables.headMap(missing, false).descendingMap().keySet().stream().limit(NEIGHBOURS))
            .map(TableName::toString)
            .toList();
    return NearestWord.of(missing.toString(), near)
        .map(name -> "did you mean " + name + "?")
        .orElse(null);
  }

  private static boolean sameCatalog(TableName one, TableName other) {
    return other != null && other.catalog().equals(one.catalog());
  }
}
