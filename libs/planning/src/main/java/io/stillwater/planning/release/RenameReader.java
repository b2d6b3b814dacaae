package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.Optional;

/** {@code rename_column}, with {@code from} and {@code to} or {@code old} and {@code new}. */
final class RenameReader {
  private RenameReader() {}

  static Optional<Change> read(Fields fields) {
    Optional<ColumnPath> from = either(fields, "from", "old").flatMap(ColumnFields::path);
    Optional<Field> toField = either(fields, "to", "new");
    Optional<ColumnPath> to = toField.flatMap(ColumnFields::path);
    var grace = ColumnFields.gracePeriod(fields);
    RenameStrategy strategy =
        fields
            .get("strategy", field -> field.choice(RenameStrategy.class))
            .orElse(RenameStrategy.EXPAND_CONTRACT);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    ColumnPath old = from.get();
    ColumnPath target = to.get();
    if (target.nested() && !target.parent().equals(old.parent())) {
      toField.ifPresent(
          field -> field.wrong("a rename keeps the column where it is; write the new name alone"));
      return Optional.empty();
    }
    if (target.leaf().equals(old.leaf())) {
      toField.ifPresent(field -> field.wrong("old and new name are the same"));
      return Optional.empty();
    }
    return Optional.of(new Change.RenameColumn(old, target.leaf(), grace, strategy));
  }

  private static Optional<Field> either(Fields fields, String name, String other) {
    Optional<Field> second = fields.get(other);
    if (second.isEmpty()) {
      return fields.require(name);
    }
    if (fields.has(name)) {
      fields.wrong("'" + name + "' and '" + other + "' mean the same; keep one");
    }
    return second;
  }
}
