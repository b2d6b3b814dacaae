package io.stillwater.planning.environment;

import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Header;
import io.stillwater.planning.gates.AnalysisReader;
import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.gates.ChecksReader;
import io.stillwater.planning.gates.ChecksSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment document (contract, section 7). */
final class EnvironmentReader {

  private EnvironmentReader() {}

  static Optional<Environment> read(Field root) {
    return Header.read(root, "Environment").flatMap(EnvironmentReader::read);
  }

  private static Optional<Environment> read(Fields fields) {
    Optional<String> name =
        fields
            .require("metadata", Field::fields)
            .flatMap(
                metadata -> {
                  Optional<String> text = metadata.require("name", Field::text);
                  metadata.get("labels", Field::fields).ifPresent(Fields::texts);
                  metadata.refuseOthers();
                  return text;
                });
    Optional<Fields> spec = fields.get("spec", Field::fields);
    fields.refuseOthers();
    return name.map(one -> spec.map(some -> spec(one, some)).orElse(Environment.withoutFile(one)));
  }

  private static Environment spec(String name, Fields spec) {
    Environment environment =
        new Environment(
            name,
            spec.get("catalogs", Field::fields).map(EnvironmentReader::catalogs).orElse(Map.of()),
            spec.items("engines").stream()
                .flatMap(item -> EngineReader.read(item).stream())
                .toList(),
            spec.get("components", Field::fields).map(EnvironmentReader::targets).orElse(Map.of()),
            spec.get("policy", Field::fields)
                .map(PolicyReader::read)
                .orElse(EnvironmentPolicy.DEFAULT),
            spec.get("checks", ChecksReader::read).orElse(ChecksSpec.NONE),
            spec.get("analysis", AnalysisReader::read).orElse(AnalysisSpec.NONE));
    spec.items("notify").forEach(Field::fields);
    spec.refuseOthers();
    return environment;
  }

  private static Map<String, Map<String, Object>> catalogs(Fields all) {
    Map<String, Map<String, Object>> catalogs = new LinkedHashMap<>();
    all.all()
        .forEach(
            (name, field) ->
                field
                    .fields()
                    .ifPresent(
                        fields -> {
                          fields.require("type", type -> type.choice(CatalogKind.class));
                          for (String text : List.of("uri", "user", "password", "warehouse")) {
                            fields.get(text).ifPresent(Field::anyText);
                          }
                          fields.get("properties", Field::fields).ifPresent(Fields::texts);
                          fields.refuseOthers();
                          catalogs.put(name, values(field));
                        }));
    return catalogs;
  }

  private static Map<String, Map<String, Object>> targets(Fields all) {
    Map<String, Map<String, Object>> targets = new LinkedHashMap<>();
    all.all()
        .forEach(
            (name, field) -> field.fields().ifPresent(target -> targets.put(name, values(field))));
    return targets;
  }

  @SuppressWarnings("unchecked") // The value of a mapping is a map by its texts.
  private static Map<String, Object> values(Field field) {
    return (Map<String, Object>) field.node().value();
  }

  private enum CatalogKind {
    REST,
    JDBC,
    HIVE,
    DELTA,
    HUDI,
    UNITY
  }
}
