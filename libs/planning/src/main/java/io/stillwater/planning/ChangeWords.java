package io.stillwater.planning;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.SortField;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Position;
import io.stillwater.planning.schema.FieldAt;
import io.stillwater.planning.schema.TableModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a change is of and what it makes of it, for people. */
final class ChangeWords {
  private static final String OPTIONAL = "optional";
  private static final String REQUIRED = "required";

  private ChangeWords() {}

  /** Null where nothing was. */
  static String before(Change change, TableModel table) {
    return switch (change.operation()) {
      case WIDEN_TYPE, CHANGE_TYPE_NARROWING, DROP_COLUMN ->
          column(change, table).map(at -> at.type().text()).orElse(null);
      case RENAME_COLUMN -> change.subject().map(ColumnPath::leaf).orElse(null);
      case DROP_PARTITION -> ((Change.DropPartition) change).field().toString();
      case REPLACE_PARTITION -> ((Change.ReplacePartition) change).from().toString();
      case SET_NULLABLE, SET_NOT_NULL ->
          column(change, table)
              .map(at -> at.column().nullable() ? OPTIONAL : REQUIRED)
              .orElse(null);
      case SET_DEFAULT, DROP_DEFAULT ->
          column(change, table)
              .map(at -> at.column().defaultValue())
              .map(Object::toString)
              .orElse(null);
      case SET_SORT_ORDER -> order(table.sortOrder());
      case UPGRADE_FORMAT -> "v" + table.formatVersion();
      case RENAME_TABLE -> table.name().toString();
      default -> null;
    };
  }

  /** Null where nothing is left. */
  static String after(Change change) {
    if (change instanceof Change.AddColumn add) {
      return add.type().text();
    }
    if (change instanceof Change.WidenType widen) {
      return widen.to().text();
    }
    if (change instanceof Change.ChangeTypeNarrowing narrowing) {
      return narrowing.to().text();
    }
    if (change instanceof Change.RenameColumn rename) {
      return rename.to();
    }
    if (change instanceof Change.AddPartition add) {
      return add.field().toString();
    }
    if (change instanceof Change.ReplacePartition replace) {
      return replace.to().toString();
    }
    if (change instanceof Change.SetDefault set) {
      return String.valueOf(set.value());
    }
    if (change instanceof Change.MoveColumn move) {
      return place(move.position());
    }
    return ofTable(change);
  }

  private static String ofTable(Change change) {
    if (change instanceof Change.SetSortOrder sort) {
      return order(sort.order());
    }
    if (change instanceof Change.SetProperties set) {
      return String.join(", ", set.properties().keySet());
    }
    if (change instanceof Change.UpgradeFormat upgrade) {
      return "v" + upgrade.version();
    }
    if (change instanceof Change.CreateTable create) {
      return create.columns().size() + " columns";
    }
    if (change instanceof Change.RenameTable rename) {
      return rename.to().toString();
    }
    return switch (change.operation()) {
      case SET_NULLABLE -> OPTIONAL;
      case SET_NOT_NULL -> REQUIRED;
      default -> null;
    };
  }

  private static Optional<FieldAt> column(Change change, TableModel table) {
    return change.subject().flatMap(table::find);
  }

  private static String place(Position position) {
    return position.first() ? "first" : "after " + position.after();
  }

  private static String order(List<SortField> order) {
    return order.isEmpty()
        ? null
        : order.stream().map(SortField::toString).collect(Collectors.joining(", "));
  }
}
