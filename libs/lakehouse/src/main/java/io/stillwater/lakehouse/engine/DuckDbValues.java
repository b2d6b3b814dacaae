package io.stillwater.lakehouse.engine;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/** JDBC's values as plain Java ones that outlive their result. */
final class DuckDbValues {
  private DuckDbValues() {}

  static Object plain(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return blob.getBytes(1, Math.toIntExact(blob.length()));
    }
    if (value instanceof Array array) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(plain(element));
      }
      return elements;
    }
    if (value instanceof DuckDBStruct struct) {
      return plainMap(struct.getMap());
    }
    return value instanceof Map<?, ?> map ? plainMap(map) : value;
  }

  private static Map<Object, Object> plainMap(Map<?, ?> map) throws SQLException {
    Map<Object, Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(plain(entry.getKey()), plain(entry.getValue()));
    }
    return plain;
  }
}
