package io.stillwater.planning.schema;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.PartitionSpecState;
import io.stillwater.lakehouse.table.TableState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table while its changes are planned one after the other: as it is, then as the changes so far
 * leave it.
 *
 * @param base as the catalog has it
 * @param spec fields of the current partition spec
 */
public record TableModel(
    TableState base,
    int formatVersion,
    List<Column> columns,
    List<PartitionTransform> spec,
    List<SortField> sortOrder,
    Map<String, String> properties) {

  /**
   * @throws IllegalArgumentException for a current partition spec or sort order that has no
   *     spelling known here
   */
  public static TableModel of(TableState table) {
    List<PartitionTransform> spec =
        table.currentSpec().map(PartitionSpecState::fields).orElse(List.of()).stream()
            .map(PartitionTransform::parse)
            .toList();
    return new TableModel(
        table,
        table.formatVersion(),
        table.columns(),
        spec,
        table.sortOrder().stream().map(SortField::parse).toList(),
        table.properties());
  }

  public TableName name() {
    return base.name();
  }

  public Optional<FieldAt> find(ColumnPath path) {
    return ColumnTree.find(columns, path);
  }

  /** Fields of the current spec that still partition: a void one only keeps its place. */
  public List<PartitionTransform> activeSpec() {
    return spec.stream().filter(field -> field.kind() != PartitionTransform.Kind.VOID).toList();
  }

  /** Fields of specs that are no longer current, and void ones of that which is. */
  public List<PartitionTransform> oldSpecs() {
    List<PartitionTransform> active = activeSpec();
    return Stream.concat(
            base.partitionSpecs().stream()
                .flatMap(old -> old.fields().stream())
                .flatMap(TableModel::parsed),
            spec.stream())
        .filter(field -> !active.contains(field))
        .distinct()
        .toList();
  }

  /** A field of an old spec whose column is gone has no spelling any more, and no consequence. */
  private static Stream<PartitionTransform> parsed(String field) {
    try {
      return Stream.of(PartitionTransform.parse(field));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  public List<ColumnPath> identifiers() {
    return base.identifierColumns().stream().map(ColumnPath::parse).toList();
  }

  /** Whether rows are known to be there, or nothing is known of them. */
  public boolean hasData() {
    return base.snapshotId() != null || positive(base.records()) || positive(base.files());
  }

  public TableModel withName(TableName name) {
    return new TableModel(base.withName(name), formatVersion, columns, spec, sortOrder, properties);
  }

  public TableModel withColumns(List<Column> changed) {
    return new TableModel(base, formatVersion, changed, spec, sortOrder, properties);
  }

  public TableModel withSpec(List<PartitionTransform> changed) {
    return new TableModel(base, formatVersion, columns, changed, sortOrder, properties);
  }

  public TableModel withSortOrder(List<SortField> changed) {
    return new TableModel(base, formatVersion, columns, spec, changed, properties);
  }

  public TableModel withFormatVersion(int version) {
    return new TableModel(base, version, columns, spec, sortOrder, properties);
  }

  /** Null values remove a property. */
  public TableModel withProperties(Map<String, String> changed) {
    Map<String, String> all = new TreeMap<>(properties);
    changed.forEach(
        (name, value) -> {
          if (value == null) {
            all.remove(name);
          } else {
            all.put(name, value);
          }
        });
    return new TableModel(base, formatVersion, columns, spec, sortOrder, all);
  }

  /** The specs' fields after one was added. */
  public List<PartitionTransform> specWith(PartitionTransform field) {
    List<PartitionTransform> changed = new ArrayList<>(spec);
    changed.add(field);
    return changed;
  }

  /** After one was dropped: before v2 it keeps its place as void. */
  public List<PartitionTransform> specWithout(PartitionTransform field) {
    List<PartitionTransform> changed = new ArrayList<>();
    for (PartitionTransform one : spec) {
      if (!one.equals(field)) {
        changed.add(one);
      } else if (formatVersion < 2) {
        changed.add(new PartitionTransform(PartitionTransform.Kind.VOID, one.source(), 0));
      }
    }
    return changed;
  }

  private static boolean positive(Long count) {
    return count != null && count > 0;
  }
}
