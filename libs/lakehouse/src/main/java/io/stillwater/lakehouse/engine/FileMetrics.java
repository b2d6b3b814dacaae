package io.stillwater.lakehouse.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.MetricsModes;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.UnicodeUtil;

/**
 * Metrics of a rewritten file: counts from its footer, bounds of untouched columns from the file it
 * replaces (they still bound what is left), those of changed columns by reading them.
 */
final class FileMetrics {
  private final DuckDb duck;
  private final Table table;
  private final CopyColumns copy;
  private final Set<Integer> changed;
  private final MetricsConfig config;

  FileMetrics(DuckDb duck, Table table, CopyColumns copy, Set<Integer> changed) {
    this.duck = duck;
    this.table = table;
    this.copy = copy;
    this.changed = changed;
    this.config = MetricsConfig.forTable(table);
  }

  Metrics of(DataFile replaced, FileFooter footer, String path) {
    Map<Integer, Long> sizes = new HashMap<>();
    Map<Integer, Long> values = new HashMap<>();
    Map<Integer, Long> nulls = new HashMap<>();
    footer
        .columns()
        .forEach(
            (id, chunks) -> {
              if (table.schema().findField(id) == null || isMode(id, MetricsModes.None.class)) {
                return;
              }
              sizes.put(id, chunks.bytes());
              if (chunks.values() != null) {
                values.put(id, chunks.values());
              }
              if (chunks.nulls() != null) {
                nulls.put(id, chunks.nulls());
              }
            });
    Map<Integer, ByteBuffer> lower = untouched(replaced.lowerBounds());
    Map<Integer, ByteBuffer> upper = untouched(replaced.upperBounds());
    boolean sameRows = replaced.recordCount() == footer.rows();
    Map<Integer, Long> nans =
        sameRows ? untouchedCounts(replaced.nanValueCounts()) : new HashMap<>();
    addBounds(copy.to(), copy.toSql(), path, lower, upper, nans);
    addBounds(copy.from(), copy.fromSql(), path, lower, upper, nans);
    return new Metrics(footer.rows(), sizes, values, nulls, nans, lower, upper);
  }

  private void addBounds(
      Types.NestedField field,
      String sql,
      String path,
      Map<Integer, ByteBuffer> lower,
      Map<Integer, ByteBuffer> upper,
      Map<Integer, Long> nans) {
    int id = field.fieldId();
    if (!changed.contains(id)
        || !ColumnBounds.areKnown(field.type())
        || isMode(id, MetricsModes.None.class)
        || isMode(id, MetricsModes.Counts.class)) {
      return;
    }
    ColumnBounds bounds =
        ColumnBounds.read(duck, path, table.schema().columns().size(), sql, field);
    if (bounds.nans() != null) {
      nans.put(id, bounds.nans());
    }
    if (bounds.lower() != null) {
      put(lower, field, truncated(id, bounds.lower(), true));
      put(upper, field, truncated(id, bounds.upper(), false));
    }
  }

  private static void put(Map<Integer, ByteBuffer> bounds, Types.NestedField field, Object value) {
    if (value != null) {
      bounds.put(field.fieldId(), Conversions.toByteBuffer(field.type(), value));
    }
  }

  /** Null where a text has no shorter upper bound. */
  private Object truncated(int id, Object value, boolean lower) {
    if (value instanceof String text
        && config.columnMode(table.schema().findColumnName(id))
            instanceof MetricsModes.Truncate mode) {
      return lower
          ? UnicodeUtil.truncateStringMin(text, mode.length())
          : UnicodeUtil.truncateStringMax(text, mode.length());
    }
    return value;
  }

  private boolean isMode(int id, Class<?> mode) {
    return mode.isInstance(config.columnMode(table.schema().findColumnName(id)));
  }

  /** Bounds of a column that was widened since are as narrow as its old values. */
  private Map<Integer, ByteBuffer> untouched(Map<Integer, ByteBuffer> bounds) {
    Map<Integer, ByteBuffer> kept = new HashMap<>();
    if (bounds != null) {
      bounds.forEach(
          (id, bytes) -> {
            Types.NestedField field = table.schema().findField(id);
            if (field != null && !changed.contains(id)) {
              kept.put(id, widened(field.type(), bytes));
            }
          });
    }
    return kept;
  }

  private static ByteBuffer widened(Type type, ByteBuffer bytes) {
    return switch (type.typeId()) {
      case LONG, DOUBLE -> Conversions.toByteBuffer(type, Conversions.fromByteBuffer(type, bytes));
      default -> bytes;
    };
  }

  private Map<Integer, Long> untouchedCounts(Map<Integer, Long> counts) {
    Map<Integer, Long> kept = new HashMap<>();
    if (counts != null) {
      counts.forEach(
          (id, count) -> {
            if (!changed.contains(id)) {
              kept.put(id, count);
            }
          });
    }
    return kept;
  }
}
