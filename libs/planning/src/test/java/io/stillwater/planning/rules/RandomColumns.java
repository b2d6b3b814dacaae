package io.stillwater.planning.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** A schema of any shape, the same for the same seed. */
final class RandomColumns {
  private static final List<String> NAMES =
      List.of(
          "id", "a", "b c", "SELECT", "x\"y", "ünïcode", "semi;colon", "it's", "`tick`", "\\back");
  private static final List<Type> PRIMITIVES =
      List.of(
          Types.BooleanType.get(),
          Types.IntegerType.get(),
          Types.IntegerType.get(),
          Types.LongType.get(),
          Types.FloatType.get(),
          Types.DoubleType.get(),
          Types.StringType.get(),
          Types.BinaryType.get(),
          Types.DateType.get(),
          Types.TimeType.get(),
          Types.TimestampType.withoutZone(),
          Types.TimestampType.withZone(),
          Types.UUIDType.get(),
          Types.DecimalType.of(9, 2),
          Types.FixedType.ofLength(3));
  private static final int DEEPEST = 3;

  private final Random random;
  private int ids;

  private RandomColumns(Random random) {
    this.random = random;
  }

  static Schema schema(Random random) {
    RandomColumns columns = new RandomColumns(random);
    List<Types.NestedField> fields = columns.fields(6, 0);
    Set<Integer> identifiers =
        fields.stream()
            .filter(field -> field.isRequired() && field.type().typeId() == Type.TypeID.LONG)
            .map(Types.NestedField::fieldId)
            .limit(1)
            .collect(Collectors.toSet());
    return new Schema(fields, identifiers);
  }

  private List<Types.NestedField> fields(int most, int depth) {
    List<String> names = new ArrayList<>(NAMES);
    List<Types.NestedField> fields = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      String name = names.remove(random.nextInt(names.size()));
      int id = ++ids;
      Type type = type(depth);
      String doc = random.nextInt(3) == 0 ? "about " + name : null;
      fields.add(
          random.nextInt(3) == 0
              ? Types.NestedField.required(id, name, type, doc)
              : Types.NestedField.optional(id, name, type, doc));
    }
    return fields;
  }

  private Type type(int depth) {
    int kind = depth >= DEEPEST ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0 -> Types.StructType.of(fields(3, depth + 1));
      case 1 -> Types.ListType.ofOptional(++ids, type(depth + 1));
      case 2 -> Types.MapType.ofOptional(++ids, ++ids, key(depth), type(depth + 1));
      default -> PRIMITIVES.get(random.nextInt(PRIMITIVES.size()));
    };
  }

  /** Avro keeps a map of strings as its own, others as pairs. */
  private Type key(int depth) {
    return random.nextBoolean()
        ? Types.StringType.get()
        : Types.StructType.of(
            Types.NestedField.required(++ids, "k", Types.IntegerType.get()),
            Types.NestedField.optional(++ids, "depth" + depth, Types.StringType.get()));
  }
}
