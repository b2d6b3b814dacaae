package io.stillwater.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A table as the engines say it: catalog, one or more namespace levels, name. */
public record TableName(String catalog, List<String> namespace, String name)
    implements Comparable<TableName> {
  public TableName {
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(name, "name");
    namespace = List.copyOf(namespace);
    if (namespace.isEmpty()) {
      throw new IllegalArgumentException(
          "Table " + name + " has no schema; write catalog.schema.table");
    }
  }

  public static TableName of(String catalog, String schema, String name) {
    return new TableName(catalog, List.of(schema), name);
  }

  /** Reads {@code lake.sales.orders}; parts with a dot stand in double quotes. */
  public static TableName parse(String text) {
    List<String> parts = DottedName.parse(text);
    if (parts.size() < 3) {
      throw new IllegalArgumentException("Table '" + text + "': write catalog.schema.table");
    }
    int last = parts.size() - 1;
    return new TableName(parts.get(0), parts.subList(1, last), parts.get(last));
  }

  public TableName withName(String other) {
    return new TableName(catalog, namespace, other);
  }

  public String render(Dialect dialect) {
    return parts().stream()
        .map(part -> Identifiers.quote(part, dialect))
        .collect(Collectors.joining("."));
  }

  /** By catalog, then namespace, then name. */
  @Override
  public int compareTo(TableName other) {
    int order = catalog.compareTo(other.catalog);
    int levels = Math.min(namespace.size(), other.namespace.size());
    for (int i = 0; i < levels && order == 0; i++) {
      order = namespace.get(i).compareTo(other.namespace.get(i));
    }
    order = order == 0 ? Integer.compare(namespace.size(), other.namespace.size()) : order;
    return order == 0 ? name.compareTo(other.name) : order;
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return DottedName.format(parts());
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(catalog);
    parts.addAll(namespace);
    parts.add(name);
    return parts;
  }
}
