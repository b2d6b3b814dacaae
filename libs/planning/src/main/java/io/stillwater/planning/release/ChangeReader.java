package io.stillwater.planning.release;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.layout.PartitionTransform;
import io.stillwater.lakehouse.type.LakeType;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One change of a table, by its operation. */
final class ChangeReader {
  private ChangeReader() {}

  static Optional<RequestedChange> read(Field field) {
    return field.fields().flatMap(ChangeReader::read);
  }

  private static Optional<RequestedChange> read(Fields fields) {
    Optional<Operation> operation =
        fields.require("operation", field -> field.choice(Operation.class));
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    Optional<Change> change = read(operation.get(), fields);
    var acknowledged = AcknowledgeReader.read(fields);
    fields.refuseOthers();
    return change.map(one -> new RequestedChange(one, fields.path(), acknowledged));
  }

  private static Optional<Change> read(Operation operation, Fields fields) {
    return switch (operation) {
      case ADD_COLUMN -> addColumn(fields);
      case WIDEN_TYPE ->
          typeChange(fields, (column, types) -> new Change.WidenType(column, types.to, types.from));
      case CHANGE_TYPE_NARROWING -> narrowing(fields);
      case ADD_PARTITION -> partition(fields, "field").map(Change.AddPartition::new);
      case DROP_PARTITION -> partition(fields, "field").map(Change.DropPartition::new);
      case REPLACE_PARTITION -> replacePartition(fields);
      case DROP_COLUMN -> {
        var grace = ColumnFields.gracePeriod(fields);
        yield ofColumn(fields, column -> new Change.DropColumn(column, grace));
      }
      case RENAME_COLUMN -> RenameReader.read(fields);
      case SET_NULLABLE -> ofColumn(fields, Change.SetNullable::new);
      case SET_NOT_NULL -> ofColumn(fields, Change.SetNotNull::new);
      case SET_DEFAULT -> setDefault(fields);
      case DROP_DEFAULT -> ofColumn(fields, Change.DropDefault::new);
      case SET_COMMENT -> {
        Optional<String> comment = fields.require("comment", Field::anyText);
        yield both(column(fields), comment, Change.SetComment::new);
      }
      case MOVE_COLUMN -> moveColumn(fields);
      default -> TableChangeReader.read(operation, fields);
    };
  }

  private static Optional<Change> addColumn(Fields fields) {
    Optional<LakeType> type = fields.require("type", Types::read);
    boolean nullable = fields.get("nullable", Field::truth).orElse(true);
    Object defaultValue = ColumnFields.defaultValue(fields).orElse(null);
    String comment = fields.get("comment", Field::anyText).orElse(null);
    Position position = ColumnFields.position(fields).orElse(null);
    return both(
        column(fields),
        type,
        (column, one) ->
            new Change.AddColumn(column, one, nullable, defaultValue, comment, position));
  }

  private static Optional<Change> replacePartition(Fields fields) {
    Optional<PartitionTransform> from = partition(fields, "from");
    Optional<PartitionTransform> to = partition(fields, "to");
    if (from.isPresent() && from.equals(to)) {
      fields.wrong("'from' and 'to' are the same field");
      return Optional.empty();
    }
    return both(from, to, Change.ReplacePartition::new);
  }

  private static Optional<Change> narrowing(Fields fields) {
    OnInvalid onInvalid =
        fields.get("onInvalid", field -> field.choice(OnInvalid.class)).orElse(OnInvalid.FAIL);
    var grace = ColumnFields.gracePeriod(fields);
    return typeChange(
        fields,
        (column, types) ->
            new Change.ChangeTypeNarrowing(column, types.to, types.from, onInvalid, grace));
  }

  private static Optional<Change> setDefault(Fields fields) {
    Optional<Object> value = ColumnFields.defaultValue(fields);
    if (value.isEmpty()) {
      fields.wrong("'default' needs a value; drop_default removes one");
    }
    return both(column(fields), value, Change.SetDefault::new);
  }

  private static Optional<Change> moveColumn(Fields fields) {
    Optional<Position> position = ColumnFields.position(fields);
    if (position.isEmpty()) {
      fields.wrong("say where to: 'first: true' or 'after: <column>'");
    }
    return both(column(fields), position, Change.MoveColumn::new);
  }

  private static Optional<Change> typeChange(
      Fields fields, BiFunction<ColumnPath, FromTo, Change> change) {
    Optional<LakeType> to = fields.require("to", Types::read);
    LakeType from = fields.get("from", Types::read).orElse(null);
    return both(column(fields), to.map(one -> new FromTo(from, one)), change);
  }

  private static Optional<Change> ofColumn(Fields fields, Function<ColumnPath, Change> change) {
    return column(fields).map(change);
  }

  private static Optional<ColumnPath> column(Fields fields) {
    return fields.require("column", ColumnFields::path);
  }

  private static Optional<PartitionTransform> partition(Fields fields, String name) {
    return fields.require(name, field -> field.parsed(PartitionTransform::parse));
  }

  private static <A, B> Optional<Change> both(
      Optional<A> a, Optional<B> b, BiFunction<A, B, ? extends Change> change) {
    return a.flatMap(one -> b.map(other -> change.apply(one, other)));
  }

  private record FromTo(LakeType from, LakeType to) {}
}
