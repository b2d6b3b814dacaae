package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Types;

/** Undo that the library's own schema update does not offer; others' changes are kept. */
public final class ExactUndo {
  private ExactUndo() {}

  /**
   * Gives a promoted column its narrower type back.
   *
   * @throws TableEditException when data has been committed under the wide type: readers that know
   *     the narrow one could not read its files
   */
  public static TableEdit unpromote(ColumnPath path, LakeType narrow) {
    return new Unpromotion(path, narrow);
  }

  /** Whether a snapshot was committed, by anyone, while the column had the type it has now. */
  public static boolean dataCommittedSincePromotion(Table table, ColumnPath path) {
    TableMetadata metadata = IcebergTables.metadata(table);
    return dataCommittedSincePromotion(metadata, SchemaFields.require(metadata.schema(), path));
  }

  static boolean dataCommittedSincePromotion(TableMetadata metadata, Types.NestedField field) {
    return metadata.snapshots().stream()
        .map(Snapshot::schemaId)
        .filter(Objects::nonNull)
        .map(metadata.schemasById()::get)
        .filter(Objects::nonNull)
        .map(schema -> schema.findField(field.fieldId()))
        .filter(Objects::nonNull)
        .anyMatch(then -> then.type().equals(field.type()));
  }

  /**
   * Brings a dropped column or field of a struct back under its old field id, so that its values
   * are readable again, at the place it had.
   *
   * @throws TableEditException when no schema of the table knows the column any more, or the struct
   *     it stood in is gone
   */
  public static TableEdit restoreDropped(ColumnPath path) {
    return current -> {
      String name = IcebergTypes.name(path);
      if (current.schema().findField(name) != null) {
        return current;
      }
      Schema then =
          current.schemas().stream()
              .filter(schema -> schema.findField(name) != null)
              .max(Comparator.comparingInt(Schema::schemaId))
              .orElseThrow(
                  () ->
                      new TableEditException(
                          "No schema of the table has column " + path + " any more"));
      Optional<ColumnPath> parent = path.parent();
      return parent.isEmpty()
          ? SchemaFields.withSchema(
              current,
              new Schema(
                  withField(current.schema().columns(), then.columns(), path.leaf()),
                  current.schema().identifierFieldIds()))
          : SchemaFields.replace(current, withField(current.schema(), then, parent.get(), path));
    };
  }

  /** The struct as it is now, by its id, and the field in it again. */
  private static Types.NestedField withField(
      Schema now, Schema then, ColumnPath parent, ColumnPath path) {
    Types.NestedField before = SchemaFields.require(then, parent);
    Types.NestedField struct = now.findField(before.fieldId());
    if (struct == null || !struct.type().isStructType()) {
      throw new TableEditException(
          path + " does not come back: " + parent + ", which held it, is gone");
    }
    List<Types.NestedField> fields =
        withField(
            struct.type().asStructType().fields(),
            before.type().asStructType().fields(),
            path.leaf());
    return Types.NestedField.from(struct).ofType(Types.StructType.of(fields)).build();
  }

  private static List<Types.NestedField> withField(
      List<Types.NestedField> now, List<Types.NestedField> before, String name) {
    int place = 0;
    while (!before.get(place).name().equals(name)) {
      place++;
    }
    List<Types.NestedField> fields = new ArrayList<>(now);
    fields.add(Math.min(place, fields.size()), before.get(place));
    return fields;
  }
}
