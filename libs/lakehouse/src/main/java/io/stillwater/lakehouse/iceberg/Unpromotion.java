package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.type.LakeType;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Gives a promoted column its narrower type back, as long as no data has the wide one. */
record Unpromotion(ColumnPath path, LakeType narrow) implements TableEdit {

  @Override
  public TableMetadata apply(TableMetadata current) {
    Types.NestedField field = SchemaFields.require(current.schema(), path);
    Type before = IcebergTypes.toIceberg(narrow);
    if (field.type().equals(before)) {
      return current;
    }
    if (ExactUndo.dataCommittedSincePromotion(current, field)) {
      throw new TableEditException(
          "Column %s stays %s: data has been committed since it was %s"
              .formatted(path, field.type(), before));
    }
    return SchemaFields.replace(current, Types.NestedField.from(field).ofType(before).build());
  }

  @Override
  public boolean restsOnSnapshot() {
    return true;
  }
}
