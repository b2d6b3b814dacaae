package io.stillwater.planner.evidence;

import io.stillwater.lakehouse.TableName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what sources call a table into what releases call it, in lower case. */
@ApplicationScoped
public class TableNames {
  private final Map<String, String> aliases = new HashMap<>();

  TableNames(EvidenceConfig config) {
    config.catalogAliases().forEach((theirs, ours) -> aliases.put(lower(theirs), lower(ours)));
  }

  /**
   * @return empty where a part is missing or empty
   */
  public Optional<TableName> of(String catalog, String schema, String table) {
    if (isEmpty(catalog) || isEmpty(schema) || isEmpty(table)) {
      return Optional.empty();
    }
    return Optional.of(TableName.of(catalog(catalog), text(schema), text(table)));
  }

  /**
   * @param parts as written; fewer than three are completed from the right
   */
  public Optional<TableName> of(List<String> parts, String catalog, String schema) {
    List<String> all = new ArrayList<>(parts);
    if (all.size() < 2) {
      all.add(0, schema);
    }
    if (all.size() < 3) {
      all.add(0, catalog);
    }
    if (all.stream().anyMatch(TableNames::isEmpty)) {
      return Optional.empty();
    }
    int last = all.size() - 1;
    return Optional.of(
        new TableName(
            catalog(all.get(0)),
            all.subList(1, last).stream().map(TableNames::text).toList(),
            text(all.get(last))));
  }

  /** The name that releases use for a catalog, or for a namespace that stands for one. */
  public String catalog(String theirs) {
    String name = text(theirs);
    return aliases.getOrDefault(name, name);
  }

  public boolean isAlias(String theirs) {
    return aliases.containsKey(text(theirs));
  }

  private static String text(String name) {
    return lower(Texts.storable(name));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isEmpty(String name) {
    return name == null || name.isBlank();
  }
}
