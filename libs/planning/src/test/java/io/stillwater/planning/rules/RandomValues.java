package io.stillwater.planning.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Rows of a schema; optional fields hold NULL now and then. */
final class RandomValues {
  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  List<Record> rows(Schema schema, int count) {
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row(schema.asStruct()));
    }
    return rows;
  }

  private Record row(Types.StructType struct) {
    Record row = GenericRecord.create(struct);
    for (Types.NestedField field : struct.fields()) {
      boolean empty = field.isOptional() && random.nextInt(4) == 0;
      row.setField(field.name(), empty ? null : value(field.type()));
    }
    return row;
  }

  private Object value(Type type) {
    int number = random.nextInt(1000) - 500;
    return switch (type.typeId()) {
      case BOOLEAN -> random.nextBoolean();
      case INTEGER -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> random.nextFloat();
      case DOUBLE -> random.nextDouble();
      case STRING -> "text " + number;
      case BINARY -> ByteBuffer.wrap(("bytes " + number).getBytes());
      case FIXED -> new byte[] {1, 2, (byte) number};
      case DATE -> LocalDate.ofEpochDay(number);
      case TIME -> LocalTime.ofSecondOfDay(number + 500L);
      case TIMESTAMP ->
          ((Types.TimestampType) type).shouldAdjustToUTC()
              ? LocalDateTime.ofEpochSecond(number, 0, ZoneOffset.UTC).atOffset(ZoneOffset.UTC)
              : LocalDateTime.ofEpochSecond(number, 0, ZoneOffset.UTC);
      case UUID -> new UUID(random.nextLong(), number);
      case DECIMAL ->
          new BigDecimal(BigInteger.valueOf(number), ((Types.DecimalType) type).scale());
      case STRUCT -> row(type.asStructType());
      case LIST -> list(type.asListType());
      case MAP -> map(type.asMapType());
      default -> throw new IllegalArgumentException("no value of " + type);
    };
  }

  private List<Object> list(Types.ListType type) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.add(value(type.elementType()));
    }
    return values;
  }

  private Map<Object, Object> map(Types.MapType type) {
    Map<Object, Object> values = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      values.put(value(type.keyType()), value(type.valueType()));
    }
    return values;
  }
}
