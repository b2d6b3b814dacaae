package io.stillwater.planning.formats.delta;

import io.stillwater.lakehouse.layout.SortField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls of Delta Kernel 4.4 that do what a statement does, as a person would read them. */
final class DeltaCalls {
  private static final String UPDATE =
      "snapshot.buildUpdateTableTransaction(\"stillwater\", Operation.MANUAL_UPDATE)";
  private static final String COMMIT = ".build(engine).commit(engine, emptyIterable())";

  private DeltaCalls() {}

  /**
   * @param how the new schema differs from the old one, e.g. {@code without a.b}
   */
  static String schema(String how) {
    return UPDATE + ".withUpdatedSchema(/* the schema " + comment(how) + " */ schema)" + COMMIT;
  }

  static String properties(Map<String, String> properties) {
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              if (value == null) {
                removed.add(text(name));
              } else {
                added.add(text(name) + ", " + text(value));
              }
            });
    StringBuilder call = new StringBuilder(UPDATE);
    if (!added.isEmpty()) {
      call.append(".withTablePropertiesAdded(Map.of(")
          .append(String.join(", ", added))
          .append("))");
    }
    if (!removed.isEmpty()) {
      call.append(".withTablePropertiesRemoved(Set.of(")
          .append(String.join(", ", removed))
          .append("))");
    }
    return call.append(COMMIT).toString();
  }

  static String clustering(List<SortField> order) {
    String columns =
        order.stream()
            .map(
                field ->
                    field.term().source().parts().stream()
                        .map(DeltaCalls::text)
                        .collect(Collectors.joining(", ", "new Column(new String[] {", "})")))
            .collect(Collectors.joining(", "));
    return UPDATE + ".withClusteringColumns(List.of(" + columns + "))" + COMMIT;
  }

  /** A name cannot end the comment that it stands in. */
  private static String comment(String text) {
    return text.replace("*/", "* /").replace("\n", " ").replace("\r", " ");
  }

  private static String text(String value) {
    return "\""
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + "\"";
  }
}
