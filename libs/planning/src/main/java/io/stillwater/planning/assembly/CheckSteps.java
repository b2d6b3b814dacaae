package io.stillwater.planning.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.gates.CheckName;
import io.stillwater.planning.gates.CheckSpec;
import io.stillwater.planning.gates.ChecksSpec;
import io.stillwater.planning.gates.QualitySpec;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.steps.Statements;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The gates of a release: those it names, else those of its environment, else the usual ones. */
final class CheckSteps {
  private static final List<CheckSpec> USUAL_PRE =
      List.of(new CheckSpec("schema_compatibility", Map.of()));
  private static final List<CheckSpec> USUAL_POST =
      List.of(new CheckSpec("schema", Map.of()), new CheckSpec("row_count", Map.of()));

  /** Checks without whose answer nothing must go on: UNKNOWN of them counts as FAIL. */
  private static final Set<String> CRITICAL = Set.of("schema_compatibility", "schema");

  private final Release release;
  private final ChecksSpec own;
  private final ChecksSpec defaults;
  private final List<TableOutcome> tables;
  private final Map<String, TableOutcome> byNameAfter = new HashMap<>();

  /** Thousands of tables have few columns that differ: each is kept once. */
  private final Map<Target, JsonNode> columns = new HashMap<>();

  CheckSteps(Release release, Environment environment, List<TableOutcome> tables) {
    this.release = release;
    this.own = release.checks();
    this.defaults = environment.checks();
    this.tables = tables.stream().filter(TableOutcome::hasEffects).toList();
    this.tables.forEach(
        table ->
            table.nameAfter().ifPresent(name -> byNameAfter.putIfAbsent(name.toString(), table)));
  }

  List<StepDraft> pre() {
    return stage("PRE", Phase.PRE_CHECK, first(own.pre(), defaults.pre(), USUAL_PRE));
  }

  List<StepDraft> post() {
    List<StepDraft> steps =
        new ArrayList<>(
            stage("POST", Phase.POST_CHECK, first(own.post(), defaults.post(), USUAL_POST)));
    List<QualitySpec> quality = new ArrayList<>(defaults.quality());
    quality.addAll(own.quality());
    quality.forEach(spec -> steps.addAll(quality(spec)));
    return steps;
  }

  private static List<CheckSpec> first(
      List<CheckSpec> own, List<CheckSpec> environment, List<CheckSpec> usual) {
    if (own != null) {
      return own;
    }
    return environment != null ? environment : usual;
  }

  private List<StepDraft> stage(String stage, Phase phase, List<CheckSpec> checks) {
    List<StepDraft> steps = new ArrayList<>();
    for (CheckSpec check : checks) {
      Map<String, Object> settings = new LinkedHashMap<>();
      settings.putAll(defaults.thresholds().getOrDefault(check.name(), Map.of()));
      settings.putAll(own.thresholds().getOrDefault(check.name(), Map.of()));
      settings.putAll(check.settings());
      boolean perTable = CheckName.of(check.name()).map(CheckName::perTable).orElse(false);
      if (perTable && !settings.containsKey("table")) {
        for (TableOutcome table : tables) {
          lookedAt(table, stage, check.name())
              .ifPresent(name -> steps.add(ofTable(stage, phase, check.name(), settings, name)));
        }
      } else {
        steps.add(step(stage, phase, check.name(), settings, target(settings)));
      }
    }
    return steps;
  }

  /** Before the effects a new table is not there, afterwards a renamed one has its new name. */
  private static Optional<TableName> lookedAt(TableOutcome table, String stage, String check) {
    boolean needsBefore = stage.equals("PRE") || check.equals("row_count");
    if (table.before() == null && needsBefore) {
      return Optional.empty();
    }
    return stage.equals("PRE") ? Optional.of(table.table()) : table.nameAfter();
  }

  private StepDraft ofTable(
      String stage, Phase phase, String name, Map<String, Object> settings, TableName table) {
    Map<String, Object> own = new LinkedHashMap<>(settings);
    own.put("table", table.toString());
    return step(stage, phase, name, own, table.toString());
  }

  private List<StepDraft> quality(QualitySpec spec) {
    List<StepDraft> steps = new ArrayList<>();
    spec.tests()
        .forEach(
            (test, value) -> {
              Map<String, Object> settings = new LinkedHashMap<>();
              settings.put("table", spec.table().toString());
              if (test.equals("volume") && value instanceof Map<?, ?> volume) {
                volume.forEach((name, setting) -> settings.put(String.valueOf(name), setting));
              } else {
                settings.put("columns", value);
              }
              steps.add(step("QUALITY", Phase.POST_CHECK, test, settings, spec.table().toString()));
            });
    return steps;
  }

  private String target(Map<String, Object> settings) {
    Object named =
        settings.containsKey("table") ? settings.get("table") : settings.get("component");
    return named == null ? release.ref().name() : named.toString();
  }

  private StepDraft step(
      String stage, Phase phase, String name, Map<String, Object> settings, String target) {
    Map<String, Object> shown = new LinkedHashMap<>(settings);
    Object asked = shown.remove("critical");
    boolean critical = asked instanceof Boolean truth ? truth : CRITICAL.contains(name);
    if (name.equals("schema")) {
      TableOutcome table = byNameAfter.get(target);
      if (table != null) {
        shown.put("columns", columns(table));
      }
    }
    String onBreach =
        own.onBreach().getOrDefault(name, defaults.onBreach().getOrDefault(name, "FAIL"));
    return new StepDraft(
        phase,
        StepKind.CHECK,
        target,
        "Check " + name + " of " + target,
        new StepArguments.Check(stage, name, JsonValues.map(shown), onBreach, critical, null),
        Statements.NONE,
        Undos.NOTHING,
        false);
  }

  /** What the plan ends with. */
  private List<JsonNode> columns(TableOutcome table) {
    return table.after().columns().stream()
        .map(column -> new Target(column.name(), column.type().text(), column.nullable()))
        .map(column -> columns.computeIfAbsent(column, Target::json))
        .toList();
  }

  private record Target(String name, String type, boolean nullable) {
    JsonNode json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", name);
      json.put("type", type);
      json.put("nullable", nullable);
      return JsonValues.of(json);
    }
  }
}
