package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import java.util.List;
import java.util.Locale;

/** What each change decides: two that decide the same contradict each other. */
final class ChangeClaims {
  private ChangeClaims() {}

  static List<String> of(Change change) {
    if (change instanceof Change.AddColumn add) {
      return List.of("existence of " + key(add.column()));
    }
    if (change instanceof Change.RenameColumn rename) {
      return List.of(
          "name of " + key(rename.column()),
          "existence of " + key(rename.column()),
          "existence of " + key(rename.target()));
    }
    if (change instanceof Change.ChangeTypeNarrowing narrow) {
      // A successor takes its name, so that no rename or second change of type goes with it.
      return List.of(type(narrow), "name of " + key(narrow.column()));
    }
    if (change instanceof Change.WidenType widen) {
      return List.of(type(widen));
    }
    if (change instanceof Change.OfColumn column) {
      return List.of(aspect(column) + " of " + key(column.column()));
    }
    if (change instanceof Change.AddPartition add) {
      return List.of("partition field " + add.field());
    }
    if (change instanceof Change.DropPartition drop) {
      return List.of("partition field " + drop.field());
    }
    if (change instanceof Change.ReplacePartition replace) {
      return List.of("partition field " + replace.from(), "partition field " + replace.to());
    }
    if (change instanceof Change.SetProperties set) {
      return set.properties().keySet().stream().map(name -> "property " + name).toList();
    }
    return List.of(change.operation().text());
  }

  static String key(ColumnPath path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }

  private static String type(Change.OfColumn change) {
    return "type of " + key(change.column());
  }

  private static String aspect(Change.OfColumn change) {
    return switch (change.operation()) {
      case SET_NULLABLE, SET_NOT_NULL -> "nullability";
      case SET_DEFAULT, DROP_DEFAULT -> "default";
      case SET_COMMENT -> "comment";
      case MOVE_COLUMN -> "position";
      default -> "existence";
    };
  }
}
