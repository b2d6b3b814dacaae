package io.stillwater.planning.schema;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;

/**
 * What stands at a column path.
 *
 * @param place column or field of a struct, or the part of a collection
 * @param column name, type, nullability; comment and default only for a column of the table
 * @param inCollection whether a list or map is on the way to it
 * @param inMapKey whether it is the key of a map or part of one
 */
public record FieldAt(
    ColumnPath path, Place place, Column column, boolean inCollection, boolean inMapKey) {

  public enum Place {
    FIELD,
    ELEMENT,
    KEY,
    VALUE
  }

  public LakeType type() {
    return column.type();
  }

  /** Whether it has a name of its own, as columns and fields of structs do. */
  public boolean named() {
    return place == Place.FIELD;
  }
}
