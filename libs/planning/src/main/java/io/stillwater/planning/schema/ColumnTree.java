package io.stillwater.planning.schema;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.schema.FieldAt.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The columns of a table and what is inside them. Edits give new lists. */
public final class ColumnTree {
  private ColumnTree() {}

  public static Optional<FieldAt> find(List<Column> columns, ColumnPath path) {
    Optional<FieldAt> at = Optional.empty();
    List<Column> siblings = columns;
    for (String part : path.parts()) {
      FieldAt parent = at.orElse(null);
      at = parent == null ? field(siblings, path, part, null) : step(parent, path, part);
      if (at.isEmpty()) {
        return at;
      }
    }
    return at;
  }

  /** Full names, joined by dots, of all columns and of what is inside them. */
  public static Set<String> names(List<Column> columns) {
    Set<String> names = new HashSet<>();
    columns.forEach(column -> addNames(column.name(), column.type(), names));
    return names;
  }

  private static void addNames(String name, LakeType type, Set<String> names) {
    names.add(name);
    if (type instanceof LakeType.Struct struct) {
      struct.fields().forEach(field -> addNames(name + "." + field.name(), field.type(), names));
    } else if (type instanceof LakeType.Array array) {
      addNames(name + ".element", array.element(), names);
    } else if (type instanceof LakeType.Map map) {
      addNames(name + ".key", map.key(), names);
      addNames(name + ".value", map.value(), names);
    }
  }

  /** Names that may follow a path: its struct's fields, or element, key and value. */
  public static Optional<List<String>> childrenOf(List<Column> columns, ColumnPath parent) {
    return find(columns, parent).map(at -> children(at.type()));
  }

  /** The columns or fields among which the path's last part stands or would stand. */
  public static Optional<List<Column>> siblings(List<Column> columns, ColumnPath path) {
    if (!path.nested()) {
      return Optional.of(columns);
    }
    return path.parent()
        .flatMap(parent -> find(columns, parent))
        .map(FieldAt::type)
        .filter(LakeType.Struct.class::isInstance)
        .map(type -> columnsOf((LakeType.Struct) type));
  }

  /** How many columns or fields stand where the path does, itself among them; 0 for nowhere. */
  public static int countSiblings(List<Column> columns, ColumnPath path) {
    return siblings(columns, path).map(List::size).orElse(0);
  }

  public static List<Column> editSiblings(
      List<Column> columns, ColumnPath path, UnaryOperator<List<Column>> edit) {
    if (!path.nested()) {
      return List.copyOf(edit.apply(columns));
    }
    ColumnPath parent = path.parent().orElseThrow();
    return editType(
        columns, parent, type -> structOf(edit.apply(columnsOf((LakeType.Struct) type))));
  }

  public static List<Column> editType(
      List<Column> columns, ColumnPath path, UnaryOperator<LakeType> edit) {
    List<String> parts = path.parts();
    return columns.stream()
        .map(
            column ->
                column.name().equals(parts.get(0))
                    ? withType(column, within(column.type(), parts.subList(1, parts.size()), edit))
                    : column)
        .toList();
  }

  public static Column withType(Column column, LakeType type) {
    return new Column(
        column.id(),
        column.name(),
        type,
        column.nullable(),
        column.comment(),
        column.defaultValue());
  }

  private static LakeType within(LakeType type, List<String> rest, UnaryOperator<LakeType> edit) {
    if (rest.isEmpty()) {
      return edit.apply(type);
    }
    String head = rest.get(0);
    List<String> tail = rest.subList(1, rest.size());
    if (type instanceof LakeType.Struct struct) {
      return new LakeType.Struct(
          struct.fields().stream()
              .map(
                  field ->
                      field.name().equals(head)
                          ? new LakeType.Field(
                              head, within(field.type(), tail, edit), field.nullable())
                          : field)
              .toList());
    }
    if (type instanceof LakeType.Array array) {
      return new LakeType.Array(within(array.element(), tail, edit));
    }
    if (type instanceof LakeType.Map map) {
      return head.equals("key")
          ? new LakeType.Map(within(map.key(), tail, edit), map.value())
          : new LakeType.Map(map.key(), within(map.value(), tail, edit));
    }
    return type;
  }

  private static Optional<FieldAt> step(FieldAt parent, ColumnPath path, String part) {
    LakeType type = parent.type();
    if (type instanceof LakeType.Struct struct) {
      return field(columnsOf(struct), path, part, parent);
    }
    if (type instanceof LakeType.Array array && part.equals("element")) {
      return Optional.of(part(path, Place.ELEMENT, part, array.element(), parent));
    }
    if (type instanceof LakeType.Map map && part.equals("key")) {
      return Optional.of(part(path, Place.KEY, part, map.key(), parent));
    }
    if (type instanceof LakeType.Map map && part.equals("value")) {
      return Optional.of(part(path, Place.VALUE, part, map.value(), parent));
    }
    return Optional.empty();
  }

  private static FieldAt part(
      ColumnPath path, Place place, String name, LakeType type, FieldAt parent) {
    boolean key = place == Place.KEY || parent.inMapKey();
    return new FieldAt(path, place, Column.of(null, name, type), true, key);
  }

  private static Optional<FieldAt> field(
      List<Column> siblings, ColumnPath path, String name, FieldAt parent) {
    return siblings.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .map(
            column ->
                new FieldAt(
                    path,
                    Place.FIELD,
                    column,
                    parent != null && parent.inCollection(),
                    parent != null && parent.inMapKey()));
  }

  private static List<String> children(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      return struct.fields().stream().map(LakeType.Field::name).toList();
    }
    if (type instanceof LakeType.Array) {
      return List.of("element");
    }
    return type instanceof LakeType.Map ? List.of("key", "value") : List.of();
  }

  private static List<Column> columnsOf(LakeType.Struct struct) {
    return struct.fields().stream()
        .map(field -> new Column(null, field.name(), field.type(), field.nullable(), null, null))
        .toList();
  }

  private static LakeType structOf(List<Column> columns) {
    return new LakeType.Struct(
        columns.stream()
            .map(column -> new LakeType.Field(column.name(), column.type(), column.nullable()))
            .toList());
  }
}
