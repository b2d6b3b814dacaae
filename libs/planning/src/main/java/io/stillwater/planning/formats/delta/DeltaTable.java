package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.schema.TableModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Delta table's settings as its rules ask for them. Expressions of generated columns and the mark
 * of identity columns stand in the schema of the log; here they are read from properties named
 * {@code <column>.delta.generationExpression} and {@code <column>.delta.identity.start}, the
 * column's dotted path in front of the log's own key.
 */
record DeltaTable(TableModel model) {
  static final String MAPPING_MODE = "delta.columnMapping.mode";
  static final String TYPE_WIDENING = "delta.enableTypeWidening";
  static final String CONSTRAINTS = "delta.constraints.";
  private static final String CLUSTERING = "clusteringColumns";
  private static final String GENERATED = ".delta.generationExpression";
  private static final String IDENTITY = ".delta.identity.start";

  /**
   * Clustering columns stand as the sort order; an export may have them as the property that
   * DESCRIBE DETAIL shows.
   */
  static DeltaTable of(TableModel model) {
    String columns = model.properties().get(CLUSTERING);
    if (columns == null || columns.isBlank() || !model.sortOrder().isEmpty()) {
      return new DeltaTable(model);
    }
    List<SortField> order =
        Arrays.stream(columns.split(","))
            .map(String::strip)
            .filter(column -> !column.isEmpty())
            .map(DeltaTable::path)
            .map(path -> new PartitionTransform(PartitionTransform.Kind.IDENTITY, path, 0))
            .map(term -> new SortField(term, true, true))
            .toList();
    Map<String, String> others = new HashMap<>();
    others.put(CLUSTERING, null);
    return new DeltaTable(model.withSortOrder(order).withProperties(others));
  }

  /** What is no dotted path is one name. */
  private static ColumnPath path(String text) {
    try {
      return ColumnPath.parse(text);
    } catch (IllegalArgumentException e) {
      return ColumnPath.of(text);
    }
  }

  boolean mapped() {
    return !mappingMode().equals("none");
  }

  /** none, name or id. */
  String mappingMode() {
    return model.properties().getOrDefault(MAPPING_MODE, "none");
  }

  boolean is(String property) {
    return "true".equalsIgnoreCase(model.properties().get(property));
  }

  boolean changeFeed() {
    return is("delta.enableChangeDataFeed");
  }

  /** Whether type changes must be such that Iceberg readers of the table know them. */
  boolean icebergCompatible() {
    return is("delta.enableIcebergCompatV1")
        || is("delta.enableIcebergCompatV2")
        || is("delta.enableIcebergCompatV3");
  }

  DeltaProtocol protocol() {
    return DeltaProtocol.before(model);
  }

  List<ColumnPath> partitionColumns() {
    return model.activeSpec().stream().map(PartitionTransform::source).toList();
  }

  List<ColumnPath> clusteringColumns() {
    return model.sortOrder().stream().map(field -> field.term().source()).toList();
  }

  /** Name and expression of the CHECK constraint or generated column that needs the column. */
  Optional<Map.Entry<String, String>> expressionOn(ColumnPath column) {
    return model.properties().entrySet().stream()
        .filter(
            entry -> entry.getKey().startsWith(CONSTRAINTS) || entry.getKey().endsWith(GENERATED))
        .filter(entry -> SqlColumns.uses(entry.getValue(), column))
        .min(Map.Entry.comparingByKey());
  }

  boolean identity(ColumnPath column) {
    return model.properties().containsKey(column + IDENTITY);
  }

  /** Whether there are generated columns of which no expression is known. */
  boolean hidesExpressions() {
    return model.base().features().contains(DeltaFeature.GENERATED_COLUMNS.text())
        && model.properties().keySet().stream().noneMatch(name -> name.endsWith(GENERATED));
  }
}
