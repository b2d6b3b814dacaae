package io.stillwater.lakehouse.engine;

import io.stillwater.lakehouse.engine.SnapshotFiles.LiveFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;

/**
 * What files have in common that one SELECT reads.
 *
 * @param withDeletes whether rows must be told apart
 */
record FileGroup(Projection projection, boolean withDeletes) {

  static FileGroup of(LiveFile file, FileLayouts layouts, Schema schema) {
    List<ParquetNode> columns = layouts.of(file.data());
    return new FileGroup(
        new Projection(columns, constants(file, columns, schema)), !file.deletes().isEmpty());
  }

  /** Files of a migrated table may hold their partition columns in the metadata only. */
  private static Map<Integer, String> constants(
      LiveFile file, List<ParquetNode> columns, Schema schema) {
    Map<Integer, String> constants = new TreeMap<>();
    List<PartitionField> fields = file.spec().fields();
    for (int i = 0; i < fields.size(); i++) {
      int source = fields.get(i).sourceId();
      boolean missing = ParquetNode.indexOf(columns, source).isEmpty();
      if (missing && fields.get(i).transform().isIdentity() && schema.findField(source) != null) {
        Type type = file.spec().partitionType().fields().get(i).type();
        Object value = file.data().partition().get(i, Object.class);
        constants.put(source, DuckLiterals.of(type, value));
      }
    }
    return constants;
  }
}
