package io.stillwater.planning.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Whether what was written is what is read, by field id, whatever was added beside it. */
final class SameValues {
  private SameValues() {}

  /**
   * @return the name of the first field that is gone, renamed or holds another value; null for none
   */
  static String difference(Record old, Types.StructType then, Record read, Types.StructType now) {
    for (Types.NestedField field : then.fields()) {
      Types.NestedField same = now.field(field.fieldId());
      if (same == null || !same.name().equals(field.name())) {
        return field.name() + " is not there";
      }
      Object before = old.getField(field.name());
      Object after = read.getField(field.name());
      if (!same(before, field.type(), after, same.type())) {
        return field.name() + " was " + before + " and reads " + after;
      }
    }
    return null;
  }

  private static boolean same(Object old, Type then, Object read, Type now) {
    if (old == null || read == null) {
      return old == read;
    }
    if (then.isStructType()) {
      return difference((Record) old, then.asStructType(), (Record) read, now.asStructType())
          == null;
    }
    if (then.isListType()) {
      Type before = then.asListType().elementType();
      return all((List<?>) old, before, (List<?>) read, now.asListType().elementType());
    }
    if (then.isMapType()) {
      return maps((Map<?, ?>) old, then.asMapType(), (Map<?, ?>) read, now.asMapType());
    }
    return scalar(old, read);
  }

  private static boolean all(Collection<?> old, Type then, Collection<?> read, Type now) {
    Iterator<?> others = read.iterator();
    return old.size() == read.size()
        && old.stream().allMatch(value -> same(value, then, others.next(), now));
  }

  private static boolean maps(
      Map<?, ?> old, Types.MapType then, Map<?, ?> read, Types.MapType now) {
    return old.size() == read.size()
        && old.entrySet().stream()
            .allMatch(
                entry ->
                    read.entrySet().stream()
                        .filter(
                            other ->
                                same(entry.getKey(), then.keyType(), other.getKey(), now.keyType()))
                        .anyMatch(
                            other ->
                                same(
                                    entry.getValue(),
                                    then.valueType(),
                                    other.getValue(),
                                    now.valueType())));
  }

  /** A promoted number is the same number. */
  private static boolean scalar(Object old, Object read) {
    if (old instanceof byte[] bytes) {
      return read instanceof byte[] others && Arrays.equals(bytes, others);
    }
    if (old instanceof Float narrow && read instanceof Double wide) {
      return narrow.doubleValue() == wide;
    }
    if (old instanceof Integer narrow && read instanceof Long wide) {
      return narrow.longValue() == wide;
    }
    if (old instanceof BigDecimal before && read instanceof BigDecimal after) {
      return before.compareTo(after) == 0;
    }
    return Objects.equals(old instanceof CharSequence ? old.toString() : old, plain(read));
  }

  private static Object plain(Object read) {
    return read instanceof CharSequence ? read.toString() : read;
  }
}
