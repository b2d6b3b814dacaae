package io.stillwater.planning.document;

import io.stillwater.planning.document.DocumentNode.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a mapping. Every name asked for counts as known; {@link #refuseOthers} then names
 * the rest.
 */
public final class Fields {
  private final String path;
  private final Mapping mapping;
  private final Problems problems;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(String path, Mapping mapping, Problems problems) {
    this.path = path;
    this.mapping = mapping;
    this.problems = problems;
  }

  public String path() {
    return path;
  }

  public Mapping mapping() {
    return mapping;
  }

  /** Notes a problem of the mapping as a whole. */
  public void wrong(String message) {
    problems.add(path, mapping.at(), message);
  }

  public boolean has(String name) {
    return get(name).isPresent();
  }

  /** The field if it is there and not null. */
  public Optional<Field> get(String name) {
    known.add(name);
    return Optional.ofNullable(mapping.fields().get(name))
        .map(node -> field(name, node))
        .filter(field -> !field.absent());
  }

  /** The field also when it is null. */
  public Optional<Field> getNullable(String name) {
    known.add(name);
    return Optional.ofNullable(mapping.fields().get(name)).map(node -> field(name, node));
  }

  public Optional<Field> require(String name) {
    Optional<Field> field = get(name);
    if (field.isEmpty()) {
      problems.add(pathOf(name), mapping.at(), missing(name));
    }
    return field;
  }

  public <T> Optional<T> get(String name, Function<Field, Optional<T>> reader) {
    return get(name).flatMap(reader);
  }

  public <T> Optional<T> require(String name, Function<Field, Optional<T>> reader) {
    return require(name).flatMap(reader);
  }

  /** Items of a list that may be missing. */
  public List<Field> items(String name) {
    return get(name).map(Field::items).orElse(List.of());
  }

  /** Name and value of every field, whatever they are called. */
  public Map<String, Field> all() {
    Map<String, Field> all = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach(
            (name, node) -> {
              known.add(name);
              all.put(name, field(name, node));
            });
    return all;
  }

  /** Plain text values by name, as in labels. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    all().forEach((name, field) -> field.anyText().ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  /** Counts names as known that are read elsewhere. */
  public void accept(Collection<String> names) {
    known.addAll(names);
  }

  public void refuseOthers() {
    mapping
        .fields()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                problems.add(
                    pathOf(name),
                    node.at(),
                    "unknown field '" + name + "'; " + NearestWord.hint(name, known));
              }
            });
  }

  private String missing(String name) {
    List<String> unknown = new ArrayList<>(mapping.fields().keySet());
    unknown.removeAll(known);
    String near =
        NearestWord.of(name, unknown).map(word -> "; is '" + word + "' meant for it?").orElse("");
    return "field '" + name + "' is missing" + near;
  }

  private Field field(String name, DocumentNode node) {
    return new Field(pathOf(name), node, problems);
  }

  private String pathOf(String name) {
    return DocumentPath.field(path, name);
  }
}
