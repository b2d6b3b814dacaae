package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Schema;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Changes of columns, by path. Each throws {@link TableEditException} where it cannot be made. */
public final class SchemaEdits {
  /** Set on a table while a column waits to be dropped; its value names the replacement. */
  public static final String DEPRECATED_PREFIX = "stillwater.deprecated.";

  private SchemaEdits() {}

  /** A new column is optional unless it brings a default, which needs format version 3. */
  public static TableEdit addColumn(ColumnPath path, NewColumn column, ColumnPosition position) {
    return TableEdit.of(
        table -> {
          UpdateSchema update = table.updateSchema();
          String parent = path.parent().map(IcebergTypes::name).orElse(null);
          Type type = IcebergTypes.toIceberg(column.type());
          Literal<?> value = IcebergDefaults.literal(column.defaultValue(), type);
          if (column.nullable()) {
            update.addColumn(parent, path.leaf(), type, column.comment(), value);
          } else {
            update.addRequiredColumn(parent, path.leaf(), type, column.comment(), value);
          }
          position.move(update, path);
          update.commit();
        });
  }

  public static TableEdit widen(ColumnPath path, LakeType to) {
    return update(
        path,
        (update, name) -> update.updateColumn(name, IcebergTypes.toIceberg(to).asPrimitiveType()));
  }

  /** Keeps the field's id, so files keep their values. */
  public static TableEdit rename(ColumnPath path, String newName) {
    return update(path, (update, name) -> update.renameColumn(name, newName));
  }

  public static TableEdit drop(ColumnPath path) {
    return update(path, (update, name) -> update.deleteColumn(name));
  }

  public static TableEdit setNullable(ColumnPath path) {
    return update(path, (update, name) -> update.makeColumnOptional(name));
  }

  /** The caller has proven that no row holds NULL. */
  public static TableEdit setNotNull(ColumnPath path) {
    return update(path, (update, name) -> update.allowIncompatibleChanges().requireColumn(name));
  }

  public static TableEdit setComment(ColumnPath path, String comment) {
    return update(path, (update, name) -> update.updateColumnDoc(name, comment));
  }

  public static TableEdit move(ColumnPath path, ColumnPosition position) {
    return update(path, (update, name) -> position.move(update, path));
  }

  /**
   * What writers write that leave the column out; rows that are there keep what they have.
   *
   * @param value a Boolean, Number or String; null drops the default
   */
  public static TableEdit setDefault(ColumnPath path, Object value) {
    return current -> {
      Types.NestedField field = SchemaFields.require(current.schema(), path);
      Literal<?> literal = IcebergDefaults.literal(value, field.type());
      Types.NestedField changed = Types.NestedField.from(field).withWriteDefault(literal).build();
      return SchemaFields.replace(current, changed);
    };
  }

  /**
   * {@code column} becomes {@code retired} and {@code replacement} takes its name, in one commit.
   */
  public static TableEdit swapNames(ColumnPath column, ColumnPath replacement, String retired) {
    if (!column.parent().equals(replacement.parent())) {
      throw new IllegalArgumentException(
          column + " and " + replacement + " do not stand in the same struct; names cannot swap");
    }
    return TableEdit.of(
        table -> {
          requireColumn(table.schema(), column);
          requireColumn(table.schema(), replacement);
          table
              .updateSchema()
              .renameColumn(IcebergTypes.name(column), retired)
              .renameColumn(IcebergTypes.name(replacement), column.leaf())
              .commit();
        });
  }

  public static TableEdit undoSwapNames(ColumnPath column, ColumnPath replacement, String retired) {
    return swapNames(column, column.sibling(retired), replacement.leaf());
  }

  /** A comment for people and a property for tools; readers and writers keep working. */
  public static TableEdit deprecate(ColumnPath path, String replacement, String comment) {
    return setComment(path, comment)
        .then(
            TableEdits.setProperties(
                Map.of(DEPRECATED_PREFIX + path, Objects.requireNonNullElse(replacement, ""))));
  }

  public static TableEdit undoDeprecate(ColumnPath path, String commentBefore) {
    return setComment(path, commentBefore)
        .then(current -> TableProperties.without(current, DEPRECATED_PREFIX + path));
  }

  @FunctionalInterface
  private interface ColumnUpdate {
    void apply(UpdateSchema update, String name);
  }

  private static TableEdit update(ColumnPath path, ColumnUpdate change) {
    return TableEdit.of(
        table -> {
          requireColumn(table.schema(), path);
          UpdateSchema update = table.updateSchema();
          change.apply(update, IcebergTypes.name(path));
          update.commit();
        });
  }

  private static void requireColumn(Schema schema, ColumnPath path) {
    SchemaFields.require(schema, path);
  }
}
