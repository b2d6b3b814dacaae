package io.stillwater.planning.environment;

import io.stillwater.events.plan.Risk;
import io.stillwater.lakehouse.Quantities;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import io.stillwater.planning.document.Header;
import io.stillwater.planning.gates.AnalysisReader;
import io.stillwater.planning.gates.AnalysisSpec;
import io.stillwater.planning.gates.ChecksReader;
import io.stillwater.planning.gates.ChecksSpec;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An environment document (contract, section 7). */
final class EnvironmentReader {
  private static final Duration LONGEST_DENY = Duration.ofDays(31);

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
                .map(EnvironmentReader::policy)
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

  private static EnvironmentPolicy policy(Fields policy) {
    Set<Risk> approval =
        policy
            .get("approval", Field::fields)
            .map(EnvironmentReader::approval)
            .orElse(Set.of(Risk.HIGH));
    GracePeriod grace =
        policy
            .get("gracePeriod", Field::fields)
            .map(EnvironmentReader::gracePeriod)
            .orElse(GracePeriod.DEFAULT);
    Duration window =
        duration(policy, "rollbackWindow").orElse(EnvironmentPolicy.DEFAULT.rollbackWindow());
    List<DenyWindow> deny =
        policy.items("deny").stream().flatMap(item -> deny(item).stream()).toList();
    policy.refuseOthers();
    return new EnvironmentPolicy(approval, grace, window, deny);
  }

  private static Set<Risk> approval(Fields fields) {
    Set<Risk> required = EnumSet.noneOf(Risk.class);
    for (Risk risk : Risk.values()) {
      boolean asked =
          fields
              .get(risk.name(), field -> field.choice(Approval.class))
              .map(Approval.REQUIRED::equals)
              .orElse(risk == Risk.HIGH);
      if (asked) {
        required.add(risk);
      }
    }
    fields.refuseOthers();
    return required;
  }

  private static GracePeriod gracePeriod(Fields fields) {
    Duration least = duration(fields, "min").orElse(GracePeriod.MIN);
    Duration most = duration(fields, "max").orElse(GracePeriod.MAX);
    Duration usual = duration(fields, "default").orElse(GracePeriod.DEFAULT.usual());
    fields.refuseOthers();
    GracePeriod period = new GracePeriod(usual, least, most);
    boolean within = !period.allows(usual);
    if (within || least.compareTo(GracePeriod.MIN) < 0 || most.compareTo(GracePeriod.MAX) > 0) {
      fields.wrong("must hold P7D <= min <= default <= max <= P30D");
    }
    return period;
  }

  private static Optional<DenyWindow> deny(Field item) {
    return item.fields()
        .flatMap(
            fields -> {
              Optional<CronExpression> cron =
                  fields.require("cron", field -> field.parsed(CronExpression::parse));
              Optional<Duration> length =
                  fields.require("for", field -> field.parsed(EnvironmentReader::denyLength));
              String reason = fields.get("reason", Field::text).orElse(null);
              fields.refuseOthers();
              return cron.flatMap(start -> length.map(l -> new DenyWindow(start, l, reason)));
            });
  }

  private static Duration denyLength(String text) {
    Duration length = Quantities.duration(text);
    if (length.isZero() || length.compareTo(LONGEST_DENY) > 0) {
      throw new IllegalArgumentException("'" + text + "' must be longer than 0, at most 31 days");
    }
    return length;
  }

  private static Optional<Duration> duration(Fields fields, String name) {
    return fields.get(name, field -> field.parsed(Quantities::duration));
  }

  private enum CatalogKind {
    REST,
    JDBC,
    HIVE,
    DELTA,
    HUDI,
    UNITY
  }

  private enum Approval {
    NONE,
    REQUIRED
  }
}
