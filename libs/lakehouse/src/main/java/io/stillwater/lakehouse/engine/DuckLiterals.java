package io.stillwater.lakehouse.engine;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.iceberg.transforms.Transforms;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.util.ByteBuffers;

/** Iceberg's internal values as SQL of DuckDB. */
final class DuckLiterals {
  private DuckLiterals() {}

  static String of(Type type, Object value) {
    if (value == null) {
      return "CAST(NULL AS " + DuckTypes.of(type) + ")";
    }
    if (value instanceof ByteBuffer bytes) {
      return "from_hex('" + HexFormat.of().formatHex(ByteBuffers.toByteArray(bytes)) + "')";
    }
    String text = Transforms.identity().toHumanString(type, value);
    return "CAST(" + DuckDb.text(text) + " AS " + DuckTypes.of(type) + ")";
  }
}
