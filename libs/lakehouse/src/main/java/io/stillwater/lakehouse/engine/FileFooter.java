package io.stillwater.lakehouse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Parquet file's footer says.
 *
 * @param columns by field id
 * @param groupOffsets where each row group starts, in bytes
 */
record FileFooter(
    long fileBytes, long rows, Map<Integer, ColumnChunks> columns, List<Long> groupOffsets) {

  /**
   * @param values NULLs included; null in lists and maps, where they are no rows
   * @param nulls null there too, and where a row group does not say
   */
  record ColumnChunks(long bytes, Long values, Long nulls) {}

  static FileFooter read(DuckDb duck, String path) {
    String file = ParquetFiles.list(List.of(path));
    List<Leaf> leaves = leaves(ParquetSchemas.read(duck, List.of(path)).get(path));
    Map<Integer, ColumnChunks> columns = new HashMap<>();
    for (List<Object> row :
        duck.query(
                "SELECT column_id, sum(total_compressed_size)::BIGINT, sum(num_values)::BIGINT, CASE"
                    + " WHEN count(*) = count(stats_null_count) THEN"
                    + " sum(stats_null_count)::BIGINT END FROM parquet_metadata("
                    + file
                    + ") GROUP BY column_id")
            .rows()) {
      Leaf leaf = leaves.get(((Number) row.get(0)).intValue());
      if (leaf.fieldId() != null) {
        columns.put(
            leaf.fieldId(),
            new ColumnChunks(
                (Long) row.get(1),
                leaf.repeated() ? null : (Long) row.get(2),
                leaf.repeated() ? null : (Long) row.get(3)));
      }
    }
    long rows =
        duck.query(
                "SELECT coalesce(sum(num_rows), 0)::BIGINT FROM parquet_file_metadata("
                    + file
                    + ")")
            .number();
    return new FileFooter(size(path), rows, columns, groupOffsets(duck, file));
  }

  private static List<Long> groupOffsets(DuckDb duck, String file) {
    return duck
        .query(
            "SELECT min(coalesce(dictionary_page_offset, data_page_offset))::BIGINT AS start FROM"
                + " parquet_metadata("
                + file
                + ") GROUP BY row_group_id ORDER BY start")
        .rows()
        .stream()
        .map(row -> (Long) row.get(0))
        .toList();
  }

  private record Leaf(Integer fieldId, boolean repeated) {}

  /** In the order of the footer's column chunks. */
  private static List<Leaf> leaves(List<ParquetNode> nodes) {
    List<Leaf> leaves = new ArrayList<>();
    nodes.forEach(node -> collectLeaves(node, false, leaves));
    return leaves;
  }

  private static void collectLeaves(ParquetNode node, boolean repeated, List<Leaf> leaves) {
    if (node.kind() == ParquetNode.Kind.PRIMITIVE) {
      leaves.add(new Leaf(node.fieldId(), repeated));
      return;
    }
    boolean within = repeated || node.kind() != ParquetNode.Kind.STRUCT;
    node.children().forEach(child -> collectLeaves(child, within, leaves));
  }

  private static long size(String path) {
    try {
      return Files.size(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the size of " + path, e);
    }
  }
}
