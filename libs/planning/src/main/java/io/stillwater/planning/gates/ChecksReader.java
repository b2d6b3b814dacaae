package io.stillwater.planning.gates;

import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.NearestWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code checks} of a release or an environment. */
public final class ChecksReader {
  private ChecksReader() {}

  public static Optional<ChecksSpec> read(Field field) {
    return field.fields().map(ChecksReader::read);
  }

  private static ChecksSpec read(Fields fields) {
    ChecksSpec spec =
        new ChecksSpec(
            stage(fields, "pre"),
            stage(fields, "post"),
            fields.items("quality").stream()
                .flatMap(item -> QualityReader.read(item).stream())
                .toList(),
            thresholds(fields),
            onBreach(fields));
    fields.refuseOthers();
    return spec;
  }

  private static List<CheckSpec> stage(Fields fields, String stage) {
    Optional<Field> list = fields.get(stage);
    if (list.isEmpty()) {
      return null;
    }
    List<CheckSpec> checks = new ArrayList<>();
    for (Field item : list.get().items()) {
      check(item, stage.equals("pre")).ifPresent(checks::add);
    }
    return Collections.unmodifiableList(checks);
  }

  /** A name, or a mapping of the one name to its settings. */
  private static Optional<CheckSpec> check(Field item, boolean pre) {
    if (!item.isMapping()) {
      return item.text()
          .flatMap(name -> known(item, name, pre))
          .map(name -> new CheckSpec(name.text(), Map.of()));
    }
    Map<String, Field> entries = item.fields().map(Fields::all).orElse(Map.of());
    if (entries.size() != 1) {
      item.wrong("write one check: its name, or its name with settings, not " + entries.keySet());
      return Optional.empty();
    }
    Map.Entry<String, Field> only = entries.entrySet().iterator().next();
    return known(only.getValue(), only.getKey(), pre)
        .map(name -> new CheckSpec(name.text(), settings(only.getValue(), name)));
  }

  private static Optional<CheckName> known(Field at, String text, boolean pre) {
    Optional<CheckName> name = CheckName.of(text);
    if (name.isEmpty()) {
      at.wrong("check '" + text + "' is not known; " + NearestWord.hint(text, CheckName.names()));
    } else if (!name.get().allowed(pre)) {
      at.wrong("check '" + text + "' belongs under '" + (pre ? "post" : "pre") + "'");
    }
    return name;
  }

  private static Map<String, Object> settings(Field field, CheckName name) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (field.absent()) {
      return settings;
    }
    field
        .fields()
        .ifPresent(
            fields -> {
              name.settings()
                  .forEach(
                      (key, kind) ->
                          fields
                              .get(key)
                              .ifPresent(
                                  value -> {
                                    kind.check(value);
                                    settings.put(key, value.node().value());
                                  }));
              fields.refuseOthers();
            });
    return settings;
  }

  private static Map<String, Map<String, Object>> thresholds(Fields fields) {
    Map<String, Map<String, Object>> thresholds = new LinkedHashMap<>();
    fields
        .get("thresholds", Field::fields)
        .ifPresent(
            all ->
                all.all()
                    .forEach(
                        (text, field) -> {
                          Optional<CheckName> name = CheckName.of(text);
                          if (name.isPresent()) {
                            thresholds.put(text, settings(field, name.get()));
                          } else {
                            field.wrong(unknown(text, CheckName.names()));
                          }
                        }));
    return thresholds;
  }

  private static Map<String, String> onBreach(Fields fields) {
    List<String> names = new ArrayList<>(CheckName.names());
    names.addAll(QualityReader.TESTS);
    Map<String, String> onBreach = new LinkedHashMap<>();
    fields
        .get("onBreach", Field::fields)
        .ifPresent(
            all ->
                all.all()
                    .forEach(
                        (text, field) -> {
                          if (!names.contains(text)) {
                            field.wrong(unknown(text, names));
                          }
                          field.text().ifPresent(value -> put(onBreach, text, value, field));
                        }));
    return onBreach;
  }

  private static void put(Map<String, String> onBreach, String name, String value, Field field) {
    if (value.equals("FAIL") || value.equals("WARN")) {
      onBreach.put(name, value);
    } else {
      field.wrong("'" + value + "' is not known; write FAIL or WARN");
    }
  }

  private static String unknown(String text, List<String> names) {
    return "check '" + text + "' is not known; " + NearestWord.hint(text, names);
  }
}
