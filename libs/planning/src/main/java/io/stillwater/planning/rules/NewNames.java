package io.stillwater.planning.rules;

import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.release.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that a change brings into a table.
 *
 * @param columns of columns of the table itself
 * @param fields of fields inside columns, which a Hive metastore keeps in the text of a type
 */
record NewNames(List<String> columns, List<String> fields) {

  static NewNames of(Change change) {
    NewNames names = new NewNames(new ArrayList<>(), new ArrayList<>());
    if (change instanceof Change.AddColumn add) {
      (add.column().nested() ? names.fields : names.columns).add(add.column().leaf());
      names.addInside(add.type());
    } else if (change instanceof Change.RenameColumn rename) {
      (rename.column().nested() ? names.fields : names.columns).add(rename.to());
    } else if (change instanceof Change.CreateTable create) {
      create
          .columns()
          .forEach(
              column -> {
                names.columns.add(column.name());
                names.addInside(column.type());
              });
    }
    return names;
  }

  List<String> all() {
    List<String> all = new ArrayList<>(columns);
    all.addAll(fields);
    return all;
  }

  private void addInside(LakeType type) {
    if (type instanceof LakeType.Struct struct) {
      struct
          .fields()
          .forEach(
              field -> {
                fields.add(field.name());
                addInside(field.type());
              });
    } else if (type instanceof LakeType.Array array) {
      addInside(array.element());
    } else if (type instanceof LakeType.Map map) {
      addInside(map.key());
      addInside(map.value());
    }
  }
}
