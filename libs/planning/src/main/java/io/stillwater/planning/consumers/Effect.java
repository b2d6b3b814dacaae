package io.stillwater.planning.consumers;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.RenameStrategy;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;

/** What a change comes to for those who read, at once or when its grace period is over. */
public enum Effect {
  /** A column is added at the top. */
  ADDS_COLUMN("is added", false),
  /** A struct gets another field, so the type of its column changes. */
  ADDS_FIELD("is added", false),
  MOVES("moves", false),
  WIDENS("gets a wider type", false),
  /** float to double: the same literal is another value. */
  SHIFTS_VALUES("becomes double", false),
  NARROWS("gets another type", true),
  MAKES_OPTIONAL("may be NULL", false),
  DROPS_COLUMN("is dropped", true),
  RENAMES_COLUMN("is renamed", true),
  DROPS_TABLE("is dropped", true),
  RENAMES_TABLE("is renamed", true),
  UPGRADES_FORMAT("is written in a newer format version", true),
  /** Layout, properties, comments: reads give what they gave. */
  KEEPS_ALL("stays", false);

  private final String words;
  private final boolean readersMatter;

  Effect(String words, boolean readersMatter) {
    this.words = words;
    this.readersMatter = readersMatter;
  }

  /** What happens to the column or table, as the end of a sentence. */
  String words() {
    return words;
  }

  /** Whether readers that nobody has seen would be hurt. */
  boolean readersMatter() {
    return readersMatter;
  }

  boolean ofTheTable() {
    return this == DROPS_TABLE || this == RENAMES_TABLE || this == UPGRADES_FORMAT;
  }

  /**
   * @param table as it is before the change
   */
  static Effect of(Change change, TableModel table) {
    return switch (change.operation()) {
      case ADD_COLUMN -> nested(change) ? ADDS_FIELD : ADDS_COLUMN;
      case MOVE_COLUMN -> MOVES;
      case WIDEN_TYPE -> widening((Change.WidenType) change, table);
      case CHANGE_TYPE_NARROWING -> NARROWS;
      case SET_NULLABLE -> MAKES_OPTIONAL;
      case DROP_COLUMN -> DROPS_COLUMN;
      case RENAME_COLUMN -> renaming(((Change.RenameColumn) change).strategy());
      case DROP_TABLE -> DROPS_TABLE;
      case RENAME_TABLE -> RENAMES_TABLE;
      case UPGRADE_FORMAT -> UPGRADES_FORMAT;
      case ADD_PARTITION,
          DROP_PARTITION,
          REPLACE_PARTITION,
          SET_NOT_NULL,
          SET_DEFAULT,
          DROP_DEFAULT,
          SET_COMMENT,
          SET_SORT_ORDER,
          SET_PROPERTIES,
          CREATE_TABLE ->
          KEEPS_ALL;
    };
  }

  private static boolean nested(Change change) {
    return change.subject().orElseThrow().nested();
  }

  private static Effect widening(Change.WidenType widen, TableModel table) {
    LakeType from = table.find(widen.column()).map(FieldAt::type).orElse(widen.from());
    boolean shifts = from == LakeType.Primitive.FLOAT && widen.to() == LakeType.Primitive.DOUBLE;
    return shifts ? SHIFTS_VALUES : WIDENS;
  }

  /** Both names live side by side until the old one is dropped; a view leaves the table alone. */
  private static Effect renaming(RenameStrategy strategy) {
    return switch (strategy) {
      case EXPAND_CONTRACT -> DROPS_COLUMN;
      case IN_PLACE -> RENAMES_COLUMN;
      case VIEW -> KEEPS_ALL;
    };
  }
}
