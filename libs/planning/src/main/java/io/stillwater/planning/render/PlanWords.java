package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Cost;
import io.stillwater.events.plan.Estimate;
import io.stillwater.events.plan.Pin;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.planning.steps.Undos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Parts of a plan in words, the same in every layout. */
final class PlanWords {
  private static final String UNITS = " kMGTPE";

  private PlanWords() {}

  /** {@code + discount_pct double}, {@code ~ fname → first_name}, {@code - legacy string}. */
  static String change(ChangeVerdict change) {
    return mark(change) + " " + subject(change);
  }

  private static String mark(ChangeVerdict change) {
    String operation = change.operation();
    if (operation.startsWith("add_") || operation.startsWith("create_")) {
      return "+";
    }
    return operation.equals("drop_column")
            || operation.equals("drop_table")
            || operation.equals("drop_partition")
        ? "-"
        : "~";
  }

  private static String subject(ChangeVerdict change) {
    String column = change.column() == null ? "" : change.column();
    String what = arrow(change);
    return switch (change.operation()) {
      case "add_column", "drop_column", "widen_type", "change_type_narrowing" ->
          joined(column, what);
      case "rename_column" -> column + (change.after() == null ? "" : " → " + change.after());
      case "add_partition", "drop_partition", "replace_partition" -> joined("partition", what);
      default -> joined(joined(change.operation(), column), what);
    };
  }

  private static String arrow(ChangeVerdict change) {
    String before = change.before();
    String after = change.after();
    if (before != null && after != null) {
      return before + " → " + after;
    }
    return before == null ? Optional.ofNullable(after).orElse("") : before;
  }

  private static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
  }

  /** {@code SAFE · metadata only}, {@code UNSAFE by view · nothing to do}, {@code REFUSED by x}. */
  static String verdict(ChangeVerdict change) {
    if (change.classification() == Classification.REFUSED) {
      return change.refusedBy().isEmpty()
          ? "REFUSED"
          : "REFUSED by " + String.join(", ", change.refusedBy());
    }
    String strategy = change.strategy() == null ? "" : " by " + change.strategy();
    return change.classification() + strategy + " · " + cost(change);
  }

  /** {@code VIEW sales.v_orders BREAKS · owner sales}; the evidence is for another place. */
  static String consumer(Consumer consumer) {
    StringBuilder words = new StringBuilder();
    words.append(consumer.kind()).append(' ').append(consumer.name());
    words.append(' ').append(consumer.verdict());
    if (consumer.owner() != null) {
      words.append(" · owner ").append(consumer.owner());
    }
    if (consumer.lastSeen() != null) {
      words.append(" · last seen ").append(consumer.lastSeen());
    }
    return words.toString();
  }

  /** With what it costs in data, e.g. {@code backfill, 1,200,000 rows, 40 files, 730 MB}. */
  static String cost(ChangeVerdict change) {
    Estimate estimate = change.estimate();
    List<String> sizes = new ArrayList<>();
    if (estimate != null) {
      size(estimate.rows(), "rows", sizes);
      size(estimate.files(), "files", sizes);
      if (estimate.bytes() != null) {
        sizes.add(bytes(estimate.bytes()));
      }
    }
    return cost(change.cost()) + (sizes.isEmpty() ? "" : ", " + String.join(", ", sizes));
  }

  private static void size(Long count, String what, List<String> sizes) {
    if (count != null) {
      sizes.add(String.format(Locale.ROOT, "%,d %s", count, what));
    }
  }

  private static String bytes(long count) {
    double amount = count;
    int power = 0;
    while (amount >= 1000 && power < UNITS.length() - 1) {
      amount /= 1000;
      power++;
    }
    String unit = power == 0 ? "bytes" : UNITS.charAt(power) + "B";
    return String.format(Locale.ROOT, "%.0f %s", amount, unit);
  }

  private static String cost(Cost cost) {
    return switch (cost) {
      case METADATA -> "metadata only";
      case BACKFILL -> "backfill";
      case REWRITE -> "rewrite";
      case NONE -> "nothing to do";
    };
  }

  static String undo(Step step) {
    if (step.undo() == null || step.undo().kind() == UndoKind.NONE) {
      return "";
    }
    String until = step.undo().until() == null ? "" : " until " + step.undo().until();
    return "undo: " + step.undo().kind() + until;
  }

  /** {@code iceberg v2, JDBC}; empty where nothing is known of the table. */
  static String format(Pin pin) {
    if (pin.format() == null) {
      return "";
    }
    String version = pin.formatVersion() == null ? "" : " v" + pin.formatVersion();
    String catalog = pin.catalogType() == null ? "" : ", " + pin.catalogType();
    return pin.format().toLowerCase(Locale.ROOT) + version + catalog;
  }

  /** {@code snapshot 811 schema 4 spec 1}; empty where none is known. */
  static String base(Pin pin) {
    return joined(
        joined(part("snapshot", pin.snapshotId()), part("schema", pin.schemaId())),
        part("spec", pin.specId()));
  }

  private static String part(String name, Number id) {
    return id == null ? "" : name + " " + id;
  }

  static String changes(Contraction contraction) {
    return contraction.changes().stream()
        .map(change -> joined(change.path("operation").asText(), change.path("column").asText("")))
        .collect(Collectors.joining(", "));
  }

  static String later(Contraction contraction) {
    return "after " + duration(contraction.after()) + ", with " + contraction.evidence();
  }

  private static String duration(Duration duration) {
    return Undos.inWords(duration);
  }

  static String summary(Plan plan) {
    return plan.summary().safeChanges()
        + " safe, "
        + plan.summary().unsafeChanges()
        + " unsafe, "
        + plan.summary().refusedChanges()
        + " refused, "
        + plan.summary().consumersAffected()
        + " consumers affected";
  }

  /** {@code 2 metadata only, 1 backfill}: what the changes that are planned cost. */
  static String costs(Plan plan) {
    StringBuilder text = new StringBuilder();
    for (Cost cost : Cost.values()) {
      Predicate<ChangeVerdict> counted =
          change -> change.cost() == cost && change.classification() != Classification.REFUSED;
      long count = plan.changes().stream().filter(counted).count();
      if (count > 0) {
        text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(cost(cost));
      }
    }
    return text.toString();
  }
}
