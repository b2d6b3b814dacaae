package io.stillwater.planning.release;

import io.stillwater.events.release.ReleaseRef;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.ContentDigest;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Header;
import io.stillwater.planning.gates.AnalysisReader;
import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.gates.ChecksReader;
import io.stillwater.planning.gates.ChecksSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A release document (contract, section 1). */
final class ReleaseReader {
  private static final String KIND = "Release";
  private static final List<String> CHANNELS = List.of("slack", "webhook", "email", "teams");

  private ReleaseReader() {}

  static Optional<Release> read(Field root) {
    return Header.read(root, KIND).flatMap(fields -> read(fields, root));
  }

  private static Optional<Release> read(Fields fields, Field root) {
    Optional<Fields> metadata = fields.require("metadata", Field::fields);
    Optional<ReleaseRef> ref = metadata.flatMap(ReleaseReader::ref);
    Map<String, String> labels =
        metadata
            .flatMap(some -> some.get("labels", Field::fields))
            .map(Fields::texts)
            .orElse(Map.of());
    metadata.ifPresent(Fields::refuseOthers);
    Optional<Fields> spec = fields.require("spec", Field::fields);
    fields.refuseOthers();
    // Read whatever the metadata are, so that errors of both parts are found.
    return spec.map(content -> spec(content, ref.orElse(null), labels, root.node()));
  }

  private static Optional<ReleaseRef> ref(Fields metadata) {
    Optional<String> name = metadata.require("name", Field::text);
    Optional<String> version = metadata.require("version", Field::text);
    Optional<String> environment = metadata.require("environment", Field::text);
    return name.flatMap(
        one -> version.flatMap(two -> environment.map(three -> new ReleaseRef(one, two, three))));
  }

  private static Release spec(
      Fields spec, ReleaseRef ref, Map<String, String> labels, DocumentNode source) {
    List<TableChanges> tables = tables(spec);
    List<ComponentChange> components =
        spec.items("components").stream()
            .flatMap(item -> ComponentReader.read(item).stream())
            .toList();
    refuseSecond(spec, components);
    ComponentDependencies.check(components, spec.items("components"));
    ChecksSpec checks = spec.get("checks", ChecksReader::read).orElse(ChecksSpec.NONE);
    AnalysisSpec analysis = spec.get("analysis", AnalysisReader::read).orElse(AnalysisSpec.NONE);
    List<Map<String, Object>> notifications = notifications(spec);
    Set<String> acknowledged = AcknowledgeReader.read(spec);
    spec.refuseOthers();
    if (spec.items("tables").isEmpty() && spec.items("components").isEmpty()) {
      spec.wrong("a release changes something: name 'tables' or 'components'");
    }
    return new Release(
        ref,
        labels,
        tables,
        components,
        checks,
        analysis,
        notifications,
        acknowledged,
        source,
        ContentDigest.of(source));
  }

  private static List<TableChanges> tables(Fields spec) {
    List<TableChanges> tables = new ArrayList<>();
    Set<TableName> seen = new HashSet<>();
    for (Field item : spec.items("tables")) {
      Optional<Fields> fields = item.fields();
      if (fields.isEmpty()) {
        continue;
      }
      Optional<TableName> table =
          fields.get().require("table", field -> field.parsed(TableName::parse));
      List<Field> items = fields.get().require("changes").map(Field::items).orElse(List.of());
      fields.get().refuseOthers();
      if (items.isEmpty() && fields.get().has("changes")) {
        fields.get().wrong("'changes' is empty; name what to change, or leave the table out");
      }
      List<RequestedChange> changes =
          items.stream().flatMap(change -> ChangeReader.read(change).stream()).toList();
      ChangeConflicts.check(changes, item.problems(), item.node().at());
      table.ifPresent(
          name -> {
            if (!seen.add(name)) {
              item.wrong("table " + name + " is listed twice; put all its changes in one place");
            }
            tables.add(new TableChanges(name, changes));
          });
    }
    spec.items("tables").stream()
        .findFirst()
        .ifPresent(first -> TableTargets.check(tables, first.problems(), first.node().at()));
    return tables;
  }

  private static void refuseSecond(Fields spec, List<ComponentChange> components) {
    Set<String> seen = new HashSet<>();
    for (ComponentChange component : components) {
      if (!component.component().equals("pipeline") && !seen.add(component.component())) {
        spec.wrong("component " + component.component() + " is listed twice; keep one");
      }
    }
  }

  private static List<Map<String, Object>> notifications(Fields spec) {
    List<Map<String, Object>> notifications = new ArrayList<>();
    for (Field item : spec.items("notify")) {
      item.fields()
          .ifPresent(
              fields -> {
                CHANNELS.forEach(channel -> fields.get(channel).ifPresent(Field::text));
                fields.refuseOthers();
                notifications.add(Map.copyOf(fields.texts()));
              });
    }
    return notifications;
  }
}
