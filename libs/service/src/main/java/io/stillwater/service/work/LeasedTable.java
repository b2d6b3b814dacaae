package io.stillwater.service.work;

import java.util.List;
import java.util.function.Function;

/**
 * A table whose rows are leased. Beside the columns named here it has {@code lease_owner} and
 * {@code lease_until}, both null while nobody works on the row.
 *
 * @param due the column that says from when on the row is due; null there: it is not
 * @param token the column with the number of leases so far
 * @param key the columns of the primary key
 * @param values the values of these columns, in their order
 * @param item the item, from the values of these columns in their order
 */
public record LeasedTable<K>(
    String name,
    String due,
    String token,
    List<String> key,
    Function<K, List<?>> values,
    Function<Object[], K> item) {

  String keyColumns() {
    return String.join(", ", key);
  }
}
