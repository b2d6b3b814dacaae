package io.stillwater.planning.release;

import java.util.Locale;

/** What a release may ask of a table, by its name in the document. */
public enum Operation {
  ADD_COLUMN,
  WIDEN_TYPE,
  ADD_PARTITION,
  DROP_COLUMN,
  RENAME_COLUMN,
  CHANGE_TYPE_NARROWING,
  DROP_PARTITION,
  REPLACE_PARTITION,
  SET_NULLABLE,
  SET_NOT_NULL,
  SET_DEFAULT,
  DROP_DEFAULT,
  SET_COMMENT,
  MOVE_COLUMN,
  SET_SORT_ORDER,
  SET_PROPERTIES,
  UPGRADE_FORMAT,
  CREATE_TABLE,
  RENAME_TABLE,
  DROP_TABLE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
