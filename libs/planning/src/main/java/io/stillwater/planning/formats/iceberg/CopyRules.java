package io.stillwater.planning.formats.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.LakeType.Primitive;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;

/**
 * Whether values can be copied from one column to another by rewriting files, which carries every
 * column of the table along.
 */
final class CopyRules {
  private final TableModel table;
  private final Findings findings;

  CopyRules(TableModel table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /**
   * @param bothWays whether values may be written back into it
   */
  void judge(FieldAt from, boolean bothWays) {
    if (from.inCollection()) {
      findings.add(
          FindingCode.NO_COPY_IN_COLLECTION, from.path() + " stands in a list or map", null);
    }
    table.columns().stream()
        .filter(column -> !writable(column.type()))
        .findFirst()
        .ifPresent(this::refuse);
    List<PartitionTransform> old = new IcebergColumns(table, findings).oldSpecFields(from.path());
    if (bothWays && !old.isEmpty()) {
      refuseSource(from.path(), old);
    }
  }

  private void refuse(Column column) {
    findings.refuse(
        "embedded engine",
        FindingCode.COPY_NOT_POSSIBLE,
        column.name() + " of " + table.name() + " cannot be rewritten exactly",
        "its type is " + column.type().text());
  }

  private void refuseSource(ColumnPath column, List<PartitionTransform> old) {
    findings.refuse(
        "embedded engine",
        FindingCode.COPY_NOT_POSSIBLE,
        "values of " + column + " cannot change in place: files are partitioned by it",
        "old partition fields " + old);
  }

  private static boolean writable(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream().allMatch(field -> writable(field.type()));
    }
    if (type instanceof LakeType.Array array) {
      return writable(array.element());
    }
    if (type instanceof LakeType.Map map) {
      return writable(map.key()) && writable(map.value());
    }
    return !(type instanceof LakeType.Fixed
        || type instanceof LakeType.Opaque
        || type == Primitive.TIMESTAMPTZ_NS);
  }
}
