package io.stillwater.planning.release;

import io.stillwater.lakehouse.Quantities;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The rollout of one component. */
final class ComponentReader {
  private static final List<String> STRATEGIES =
      List.of("blue_green", "rolling", "canary", "graceful", "checkpoint");
  private static final Map<String, List<String>> STRATEGIES_OF =
      Map.of("pipeline", List.of("blue_green", "graceful", "checkpoint"));

  private static final Map<String, Consumer<Field>> SETTINGS =
      Map.ofEntries(
          Map.entry("version", Field::text),
          Map.entry("image", Field::text),
          Map.entry("maxSurge", ComponentReader::countOrShare),
          Map.entry("maxUnavailable", ComponentReader::countOrShare),
          Map.entry("terminationGracePeriod", ComponentReader::duration),
          Map.entry("timeout", ComponentReader::duration),
          Map.entry("project", Field::text),
          Map.entry("select", Field::texts),
          Map.entry("exclude", Field::texts),
          Map.entry("keys", ComponentReader::keys),
          Map.entry("dependsOn", Field::texts),
          Map.entry("target", ComponentReader::target),
          Map.entry("namespace", Field::text),
          Map.entry("workload", Field::text),
          Map.entry("container", Field::text),
          Map.entry("dag", Field::text),
          Map.entry("job", Field::text));

  private ComponentReader() {}

  static Optional<ComponentChange> read(Field item) {
    return item.fields().flatMap(ComponentReader::read);
  }

  private static Optional<ComponentChange> read(Fields fields) {
    Optional<String> component = fields.require("component", Field::text);
    Optional<String> strategy =
        fields.require(
            "strategy", field -> strategy(field, component.map(STRATEGIES_OF::get).orElse(null)));
    Map<String, Object> settings = new LinkedHashMap<>();
    SETTINGS.keySet().stream()
        .sorted()
        .forEach(
            name ->
                fields
                    .get(name)
                    .ifPresent(
                        field -> {
                          SETTINGS.get(name).accept(field);
                          settings.put(name, field.node().value());
                        }));
    fields.refuseOthers();
    return component.flatMap(
        name -> strategy.map(way -> new ComponentChange(name, way, settings, fields.path())));
  }

  private static Optional<String> strategy(Field field, List<String> special) {
    List<String> known = special == null ? STRATEGIES : special;
    return field
        .text()
        .filter(
            text -> {
              if (!known.contains(text)) {
                field.wrong("strategy '" + text + "' is not known here; " + hint(text, known));
              }
              return known.contains(text);
            });
  }

  private static String hint(String text, List<String> known) {
    return NearestWord.hint(text, known);
  }

  private static void duration(Field field) {
    field.parsed(Quantities::duration);
  }

  private static void countOrShare(Field field) {
    field.parsed(
        text -> {
          if (!text.endsWith("%") && !text.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("'" + text + "' is no count; write 2 or 25%");
          }
          return Quantities.ratio(text);
        });
  }

  private static void keys(Field field) {
    field.fields().ifPresent(models -> models.all().values().forEach(Field::texts));
  }

  private static void target(Field field) {
    if (field.isMapping()) {
      field.fields().ifPresent(Fields::texts);
    } else {
      field.text();
    }
  }
}
