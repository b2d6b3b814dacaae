package io.stillwater.lakehouse.iceberg;

import io.stillwater.lakehouse.type.LakeType;

/**
 * @param comment null for none
 * @param defaultValue a Boolean, Number or String for rows that are there and for writers that
 *     leave the column out; null for none
 */
public record NewColumn(LakeType type, boolean nullable, String comment, Object defaultValue) {
  public static NewColumn optional(LakeType type) {
    return new NewColumn(type, true, null, null);
  }
}
