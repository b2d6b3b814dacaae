package io.stillwater.planning.formats.iceberg;

import static io.stillwater.planning.formats.iceberg.JavaText.quote;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The same changes by Iceberg's Java library, on {@code table} and {@code catalog} as the caller
 * has loaded them.
 */
final class IcebergCalls {
  private IcebergCalls() {}

  static String addColumn(Change.AddColumn add) {
    StringBuilder call = new StringBuilder();
    call.append(add.nullable() ? "addColumn(" : "addRequiredColumn(");
    add.column().parent().ifPresent(parent -> call.append(name(parent)).append(", "));
    call.append(quote(add.column().leaf())).append(", ").append(IcebergTypeCalls.of(add.type()));
    if (add.comment() != null || add.defaultValue() != null) {
      call.append(", ").append(add.comment() == null ? "null" : quote(add.comment()));
    }
    if (add.defaultValue() != null) {
      call.append(", ").append(literal(add.defaultValue(), add.type()));
    }
    call.append(")");
    if (add.position() != null) {
      call.append(".").append(place(add.column(), add.position()));
    }
    return schema(call.toString());
  }

  static String dropColumn(ColumnPath column) {
    return schema("deleteColumn(" + name(column) + ")");
  }

  static String renameColumn(ColumnPath column, String to) {
    return schema(rename(column, to));
  }

  static String swapNames(ColumnPath first, String firstTo, ColumnPath second, String secondTo) {
    return schema(rename(first, firstTo) + "." + rename(second, secondTo));
  }

  private static String rename(ColumnPath column, String to) {
    return "renameColumn(" + name(column) + ", " + quote(to) + ")";
  }

  static String changeType(ColumnPath column, LakeType to) {
    return schema("updateColumn(" + name(column) + ", " + IcebergTypeCalls.of(to) + ")");
  }

  static String setNullable(ColumnPath column, boolean nullable) {
    return schema(
        nullable
            ? "makeColumnOptional(" + name(column) + ")"
            : "allowIncompatibleChanges().requireColumn(" + name(column) + ")");
  }

  static String setDefault(ColumnPath column, LakeType type, Object value) {
    String literal = value == null ? "null" : literal(value, type);
    return schema("updateColumnDefault(" + name(column) + ", " + literal + ")");
  }

  static String comment(ColumnPath column, String comment) {
    String text = comment == null ? "null" : quote(comment);
    return schema("updateColumnDoc(" + name(column) + ", " + text + ")");
  }

  static String move(ColumnPath column, Position position) {
    return schema(place(column, position));
  }

  private static String place(ColumnPath column, Position position) {
    return position.first()
        ? "moveFirst(" + name(column) + ")"
        : "moveAfter(" + name(column) + ", " + name(column.sibling(position.after())) + ")";
  }

  static String setProperties(Map<String, String> properties) {
    String each =
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(
                    one ->
                        one.getValue() == null
                            ? ".remove(" + quote(one.getKey()) + ")"
                            : ".set(" + quote(one.getKey()) + ", " + quote(one.getValue()) + ")")
                .collect(Collectors.joining());
    return "table.updateProperties()" + each + ".commit()";
  }

  static String addPartitionField(PartitionTransform field) {
    return "table.updateSpec().addField(" + term(field) + ").commit()";
  }

  static String dropPartitionField(PartitionTransform field) {
    return "table.updateSpec().removeField(" + term(field) + ").commit()";
  }

  static String sort(Iterable<SortField> order) {
    StringBuilder call = new StringBuilder("table.replaceSortOrder()");
    for (SortField field : order) {
      call.append(field.ascending() ? ".asc(" : ".desc(")
          .append(term(field.term()))
          .append(field.nullsFirst() ? ", NullOrder.NULLS_FIRST)" : ", NullOrder.NULLS_LAST)");
    }
    return call.append(".commit()").toString();
  }

  private static String term(PartitionTransform field) {
    String source = name(field.source());
    return switch (field.kind()) {
      case IDENTITY -> "Expressions.ref(" + source + ")";
      case BUCKET -> "Expressions.bucket(" + source + ", " + field.width() + ")";
      case TRUNCATE -> "Expressions.truncate(" + source + ", " + field.width() + ")";
      default -> {
        String transform = field.kind().name().toLowerCase(Locale.ROOT);
        yield "Expressions." + transform + "(" + source + ")";
      }
    };
  }

  /** The library takes the reserved property as the wish to upgrade. */
  static String upgrade(int version) {
    return setProperties(Map.of("format-version", String.valueOf(version)));
  }

  static String createTable(TableName table, Change.CreateTable create) {
    String fields =
        IcebergTypeCalls.fields(
            create.columns().stream()
                .map(one -> new LakeType.Field(one.name(), one.type(), one.nullable()))
                .toList());
    String spec =
        create.partitioning().stream().map(IcebergCalls::builder).collect(Collectors.joining());
    return "Schema schema = new Schema("
        + fields
        + "); catalog.createTable("
        + identifier(table)
        + ", schema, PartitionSpec.builderFor(schema)"
        + spec
        + ".build())";
  }

  private static String builder(PartitionTransform field) {
    String width = field.width() > 0 ? ", " + field.width() : "";
    String method = field.kind().name().toLowerCase(Locale.ROOT);
    return "." + method + "(" + name(field.source()) + width + ")";
  }

  static String renameTable(TableName from, TableName to) {
    return "catalog.renameTable(" + identifier(from) + ", " + identifier(to) + ")";
  }

  static String dropTable(TableName table) {
    return "catalog.dropTable(" + identifier(table) + ", false)";
  }

  /** A tag's age counts from its snapshot's commit, so that the time since then comes on top. */
  static String createTag(String tag, Duration keep) {
    return "table.manageSnapshots().createTag("
        + quote(tag)
        + ", table.currentSnapshot().snapshotId()).setMaxRefAgeMs("
        + quote(tag)
        + ", System.currentTimeMillis() - table.currentSnapshot().timestampMillis() + "
        + keep.toMillis()
        + "L).commit()";
  }

  static String removeTag(String tag) {
    return "table.manageSnapshots().removeTag(" + quote(tag) + ").commit()";
  }

  private static String schema(String change) {
    return "table.updateSchema()." + change + ".commit()";
  }

  private static String name(ColumnPath column) {
    return quote(String.join(".", column.parts()));
  }

  private static String identifier(TableName table) {
    return "TableIdentifier.of("
        + JavaText.quoteAll(table.namespace())
        + ", "
        + quote(table.name())
        + ")";
  }

  private static String literal(Object value, LakeType type) {
    if (value instanceof Boolean) {
      return "Literal.of(" + value + ")";
    }
    String text =
        value instanceof Number && type instanceof LakeType.Decimal
            ? "new BigDecimal(" + quote(value.toString()) + ")"
            : value instanceof Number ? number(value, type) : quote(value.toString());
    return "Literal.of(" + text + ")" + (value instanceof String ? converted(type) : "");
  }

  private static String number(Object value, LakeType type) {
    return value
        + (type == LakeType.Primitive.BIGINT
            ? "L"
            : type == LakeType.Primitive.FLOAT
                ? "F"
                : type == LakeType.Primitive.DOUBLE ? "D" : "");
  }

  /** A date or time is written as text and converted by the library. */
  private static String converted(LakeType type) {
    boolean text = type == LakeType.Primitive.STRING || type instanceof LakeType.Varchar;
    return text ? "" : ".to(" + IcebergTypeCalls.of(type) + ")";
  }
}
