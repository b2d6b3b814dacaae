package io.stillwater.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column, or a field in it: {@code address.city}. Elements of a list are {@code element}, those
 * of a map {@code key} and {@code value}. A name that holds a dot stands in double quotes.
 */
public record ColumnPath(List<String> parts) {
  public ColumnPath {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A column path needs a name");
    }
  }

  public static ColumnPath of(String... parts) {
    return new ColumnPath(List.of(parts));
  }

  public static ColumnPath parse(String text) {
    return new ColumnPath(DottedName.parse(text));
  }

  public String leaf() {
    return parts.get(parts.size() - 1);
  }

  public boolean nested() {
    return parts.size() > 1;
  }

  public Optional<ColumnPath> parent() {
    return nested()
        ? Optional.of(new ColumnPath(parts.subList(0, parts.size() - 1)))
        : Optional.empty();
  }

  public ColumnPath child(String name) {
    List<String> longer = new ArrayList<>(parts);
    longer.add(name);
    return new ColumnPath(longer);
  }

  public ColumnPath sibling(String name) {
    return parent().map(parent -> parent.child(name)).orElseGet(() -> ColumnPath.of(name));
  }

  public String render(Dialect dialect) {
    return parts.stream()
        .map(part -> Identifiers.quote(part, dialect))
        .collect(Collectors.joining("."));
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    return DottedName.format(parts);
  }
}
