package io.stillwater.lakehouse.engine;

import java.util.List;
import java.util.Optional;

/**
 * A column of a Parquet file, or a part of one, as the file's own schema has it.
 *
 * @param fieldId null where the writer gave none
 * @param type DuckDB's type; null for a struct, list or map
 */
record ParquetNode(
    String name, Integer fieldId, Kind kind, String type, List<ParquetNode> children) {
  enum Kind {
    PRIMITIVE,
    STRUCT,
    LIST,
    MAP
  }

  ParquetNode {
    children = List.copyOf(children);
  }

  ParquetNode withIds(Integer id, List<ParquetNode> newChildren) {
    return new ParquetNode(name, id, kind, type, newChildren);
  }

  static Optional<Integer> indexOf(List<ParquetNode> nodes, int fieldId) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).fieldId() != null && nodes.get(i).fieldId() == fieldId) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
