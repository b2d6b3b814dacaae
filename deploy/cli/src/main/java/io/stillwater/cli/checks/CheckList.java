package io.stillwater.cli.checks;

import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.gates.CheckName;
import io.stillwater.planning.gates.ChecksSpec;
import io.stillwater.planning.gates.QualitySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The checks of a specification, one by one. */
final class CheckList {
  private final ChecksSpec spec;
  private final Collection<TableName> tables;
  private final List<CheckSpec> specs = new ArrayList<>();

  CheckList(ChecksSpec spec, Collection<TableName> tables) {
    this.spec = spec;
    this.tables = tables;
  }

  List<CheckSpec> specs() {
    Stream.of(spec.pre(), spec.post()).filter(Objects::nonNull).forEach(this::addAll);
    spec.quality().forEach(this::add);
    return List.copyOf(specs);
  }

  private void addAll(List<io.stillwater.planning.gates.CheckSpec> stage) {
    for (var check : stage) {
      Map<String, Object> settings =
          new LinkedHashMap<>(spec.thresholds().getOrDefault(check.name(), Map.of()));
      settings.putAll(check.settings());
      boolean ofEach =
          CheckName.of(check.name()).map(CheckName::perTable).orElse(false)
              && !settings.containsKey("table");
      if (ofEach) {
        tables.forEach(table -> add(check.name(), table.toString(), settings));
      } else {
        add(check.name(), (String) settings.get("table"), settings);
      }
    }
  }

  private void add(QualitySpec quality) {
    quality
        .tests()
        .forEach((test, value) -> add(test, quality.table().toString(), settings(test, value)));
  }

  private static Map<String, Object> settings(String test, Object value) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (test.equals("volume") && value instanceof Map<?, ?> volume) {
      volume.forEach((name, setting) -> settings.put(name.toString(), setting));
    } else {
      settings.put("columns", value);
    }
    return settings;
  }

  private void add(String name, String table, Map<String, Object> settings) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    if (table != null) {
      all.put("table", table);
    }
    boolean critical = Boolean.TRUE.equals(all.remove("critical"));
    CheckStatus onBreach = CheckStatus.valueOf(spec.onBreach().getOrDefault(name, "FAIL"));
    specs.add(new CheckSpec("c" + (specs.size() + 1), name, table, all, onBreach, critical));
  }
}
