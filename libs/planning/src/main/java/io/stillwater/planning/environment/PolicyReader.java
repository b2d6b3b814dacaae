package io.stillwater.planning.environment;

import io.stillwater.events.plan.Risk;
import io.stillwater.lakehouse.Quantities;
import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.Fields;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of an environment. */
final class PolicyReader {
  private static final Duration LONGEST = Duration.ofDays(31);

  private PolicyReader() {}

  static EnvironmentPolicy read(Fields policy) {
    Set<Risk> approval =
        policy.get("approval", Field::fields).map(PolicyReader::approval).orElse(Set.of(Risk.HIGH));
    GracePeriod grace =
        policy
            .get("gracePeriod", Field::fields)
            .map(PolicyReader::gracePeriod)
            .orElse(GracePeriod.DEFAULT);
    Duration window =
        duration(policy, "rollbackWindow").orElse(EnvironmentPolicy.DEFAULT.rollbackWindow());
    Map<Risk, List<String>> approvers =
        policy.get("approvers", Field::fields).map(PolicyReader::approvers).orElse(Map.of());
    DeployWindows windows =
        new DeployWindows(
            windows(policy, "deny"), windows(policy, "allow"), windows(policy, "batch"));
    policy.refuseOthers();
    return new EnvironmentPolicy(approval, approvers, grace, window, windows);
  }

  private static Map<Risk, List<String>> approvers(Fields fields) {
    Map<Risk, List<String>> approvers = new EnumMap<>(Risk.class);
    for (Risk risk : Risk.values()) {
      List<String> names =
          fields.items(risk.name()).stream().flatMap(item -> item.text().stream()).toList();
      if (!names.isEmpty()) {
        approvers.put(risk, names);
      }
    }
    fields.refuseOthers();
    return approvers;
  }

  private static List<TimeWindow> windows(Fields policy, String name) {
    return policy.items(name).stream().flatMap(item -> window(item).stream()).toList();
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

  private static Optional<TimeWindow> window(Field item) {
    return item.fields()
        .flatMap(
            fields -> {
              Optional<CronExpression> cron =
                  fields.require("cron", field -> field.parsed(CronExpression::parse));
              Optional<Duration> lasts =
                  fields.require("for", field -> field.parsed(PolicyReader::length));
              String reason = fields.get("reason", Field::text).orElse(null);
              fields.refuseOthers();
              return cron.flatMap(
                  start -> lasts.map(length -> new TimeWindow(start, length, reason)));
            });
  }

  private static Duration length(String text) {
    Duration length = Quantities.duration(text);
    if (length.isZero() || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + text + "' must be longer than 0, at most 31 days");
    }
    return length;
  }

  private static Optional<Duration> duration(Fields fields, String name) {
    return fields.get(name, field -> field.parsed(Quantities::duration));
  }

  private enum Approval {
    NONE,
    REQUIRED
  }
}
