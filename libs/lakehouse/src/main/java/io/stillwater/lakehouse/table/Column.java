package io.stillwater.lakehouse.table;

import io.stillwater.lakehouse.type.LakeType;
import java.util.Objects;

/**
 * @param id the format's field id; null where it has none
 * @param defaultValue what a writer that leaves the column out writes: a Boolean, Number or String;
 *     null for none
 */
public record Column(
    Integer id, String name, LakeType type, boolean nullable, String comment, Object defaultValue) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  public static Column of(Integer id, String name, LakeType type) {
    return new Column(id, name, type, true, null, null);
  }

  public static Column required(Integer id, String name, LakeType type) {
    return new Column(id, name, type, false, null, null);
  }
}
