package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ReplaceSortOrder;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.UpdateProperties;

/** Changes of a table beside its columns. */
public final class TableEdits {
  private TableEdits() {}

  /** A null value removes the property. */
  public static TableEdit setProperties(Map<String, String> properties) {
    Map<String, String> copy = new HashMap<>(properties);
    return TableEdit.of(
        table -> {
          UpdateProperties update = table.updateProperties();
          copy.forEach(
              (key, value) -> {
                if (value == null) {
                  update.remove(key);
                } else {
                  update.set(key, value);
                }
              });
          update.commit();
        });
  }

  /**
   * @param order e.g. {@code ts ASC}, {@code bucket(16, id) DESC NULLS LAST}; empty for unsorted
   */
  public static TableEdit setSortOrder(List<String> order) {
    List<SortField> fields = order.stream().map(SortField::parse).toList();
    return TableEdit.of(
        table -> {
          ReplaceSortOrder update = table.replaceSortOrder();
          fields.forEach(field -> LayoutTerms.add(update, field, table.schema()));
          update.commit();
        });
  }

  /**
   * @param field e.g. {@code year(ts)}, {@code bucket(16, id)}, {@code region}
   */
  public static TableEdit addPartitionField(String field) {
    PartitionTransform parsed = PartitionTransform.parse(field);
    return TableEdit.of(
        table -> table.updateSpec().addField(LayoutTerms.of(parsed, table.schema())).commit());
  }

  public static TableEdit dropPartitionField(String field) {
    PartitionTransform parsed = PartitionTransform.parse(field);
    return TableEdit.of(
        table -> table.updateSpec().removeField(LayoutTerms.of(parsed, table.schema())).commit());
  }

  /** There is no way back from it. */
  public static TableEdit upgradeFormat(int version) {
    return current ->
        current.formatVersion() >= version
            ? current
            : TableMetadata.buildFrom(current).upgradeFormatVersion(version).build();
  }
}
