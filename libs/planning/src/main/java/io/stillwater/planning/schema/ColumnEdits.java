package io.stillwater.planning.schema;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the columns are after a change that was found possible. */
public final class ColumnEdits {
  private ColumnEdits() {}

  /**
   * @param position null for last
   */
  public static List<Column> add(
      List<Column> columns, ColumnPath path, Column added, Position position) {
    return ColumnTree.editSiblings(columns, path, all -> insert(all, added, position));
  }

  public static List<Column> drop(List<Column> columns, ColumnPath path) {
    return ColumnTree.editSiblings(
        columns,
        path,
        all -> all.stream().filter(column -> !column.name().equals(path.leaf())).toList());
  }

  public static List<Column> rename(List<Column> columns, ColumnPath path, String to) {
    return replace(
        columns,
        path,
        column ->
            new Column(
                column.id(),
                to,
                column.type(),
                column.nullable(),
                column.comment(),
                column.defaultValue()));
  }

  public static List<Column> retype(List<Column> columns, ColumnPath path, LakeType type) {
    return ColumnTree.editType(columns, path, before -> type);
  }

  public static List<Column> nullable(List<Column> columns, ColumnPath path, boolean nullable) {
    return replace(
        columns,
        path,
        column ->
            new Column(
                column.id(),
                column.name(),
                column.type(),
                nullable,
                column.comment(),
                column.defaultValue()));
  }

  public static List<Column> defaultTo(List<Column> columns, ColumnPath path, Object value) {
    return replace(
        columns,
        path,
        column ->
            new Column(
                column.id(),
                column.name(),
                column.type(),
                column.nullable(),
                column.comment(),
                value));
  }

  public static List<Column> comment(List<Column> columns, ColumnPath path, String comment) {
    return replace(
        columns,
        path,
        column ->
            new Column(
                column.id(),
                column.name(),
                column.type(),
                column.nullable(),
                comment,
                column.defaultValue()));
  }

  public static List<Column> move(List<Column> columns, ColumnPath path, Position position) {
    return ColumnTree.editSiblings(
        columns,
        path,
        all -> {
          List<Column> others = new ArrayList<>(all);
          Column moved = null;
          for (Column column : all) {
            if (column.name().equals(path.leaf())) {
              moved = column;
              others.remove(column);
            }
          }
          return moved == null ? all : insert(others, moved, position);
        });
  }

  /** Where a column stands now, so that a move can be undone. */
  public static Position positionOf(List<Column> columns, ColumnPath path) {
    List<String> names =
        ColumnTree.siblings(columns, path).orElse(List.of()).stream().map(Column::name).toList();
    int index = names.indexOf(path.leaf());
    return index <= 0 ? Position.FIRST : new Position(names.get(index - 1));
  }

  private static List<Column> replace(
      List<Column> columns, ColumnPath path, UnaryOperator<Column> edit) {
    return ColumnTree.editSiblings(
        columns,
        path,
        all ->
            all.stream()
                .map(column -> column.name().equals(path.leaf()) ? edit.apply(column) : column)
                .toList());
  }

  private static List<Column> insert(List<Column> all, Column added, Position position) {
    List<Column> result = new ArrayList<>(all);
    if (position == null) {
      result.add(added);
    } else if (position.first()) {
      result.add(0, added);
    } else {
      int index = all.stream().map(Column::name).toList().indexOf(position.after());
      result.add(index < 0 ? result.size() : index + 1, added);
    }
    return result;
  }
}
