package io.stillwater.checks.table;

import io.stillwater.checks.TargetColumn;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.lakehouse.type.Promotion;
import io.stillwater.lakehouse.type.TypeLattice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.types.Types.NestedField;

/** Whether a table's columns can become those that a plan ends with. */
final class TargetTypes {
  private TargetTypes() {}

  static List<String> problems(Table table, List<TargetColumn> target) {
    int version = TableUtil.formatVersion(table);
    List<String> problems = new ArrayList<>();
    for (TargetColumn column : target) {
      Promotion storable = TypeLattice.storable(TableFormat.ICEBERG, version, column.type());
      if (!storable.allowed()) {
        problems.add("%s: %s".formatted(column.name(), storable.reason()));
      } else {
        Optional.ofNullable(table.schema().asStruct().field(column.name()))
            .flatMap(field -> change(field, column, version))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Types that are not promoted in place may still be reached through a column of their own. */
  private static Optional<String> change(NestedField field, TargetColumn column, int version) {
    LakeType from = IcebergTypes.toLake(field.type());
    LakeType to = ColumnTypes.asStored(column.type());
    return reachable(from, to, version)
        ? Optional.empty()
        : Optional.of(
            "%s is %s and cannot become %s"
                .formatted(column.name(), from.text(), column.type().text()));
  }

  /** Inside a struct, list or map each part becomes what it becomes by itself. */
  private static boolean reachable(LakeType from, LakeType to, int version) {
    if (from instanceof LakeType.Struct before && to instanceof LakeType.Struct after) {
      return after.fields().stream()
          .allMatch(
              field ->
                  before.fields().stream()
                      .filter(old -> old.name().equals(field.name()))
                      .allMatch(old -> reachable(old.type(), field.type(), version)));
    }
    if (from instanceof LakeType.Array before && to instanceof LakeType.Array after) {
      return reachable(before.element(), after.element(), version);
    }
    if (from instanceof LakeType.Map before && to instanceof LakeType.Map after) {
      return before.key().equals(after.key()) && reachable(before.value(), after.value(), version);
    }
    return from.equals(to)
        || TypeLattice.promotion(TableFormat.ICEBERG, version, from, to).allowed()
        || TypeLattice.castable(from, to);
  }
}
