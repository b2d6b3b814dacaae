package io.stillwater.catalogs.delta;

import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.stillwater.lakehouse.table.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** A Delta schema's columns; their settings stand in the fields' metadata (PROTOCOL.md). */
final class DeltaColumns {
  private static final String COMMENT = "comment";

  /** Assigned by column mapping only. */
  private static final String FIELD_ID = "delta.columnMapping.id";

  private static final String DEFAULT = "CURRENT_DEFAULT";
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*'");

  private DeltaColumns() {}

  static List<Column> of(StructType schema) {
    return schema.fields().stream().map(DeltaColumns::column).toList();
  }

  private static Column column(StructField field) {
    Long id = field.getMetadata().getLong(FIELD_ID);
    return new Column(
        id == null ? null : Math.toIntExact(id),
        field.getName(),
        DeltaTypes.of(field),
        field.isNullable(),
        field.getMetadata().getString(COMMENT),
        value(field.getMetadata().getString(DEFAULT)));
  }

  /** The default is kept as SQL: literals become their values, anything else stays as written. */
  private static Object value(String sql) {
    if (sql == null || sql.strip().equalsIgnoreCase("null")) {
      return null;
    }
    String text = sql.strip();
    if (NUMBER.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      return number.scale() == 0 && number.precision() < 19 ? (Object) number.longValue() : number;
    }
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.valueOf(text);
    }
    return TEXT.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
  }
}
