package io.stillwater.planning.render;

import io.stillwater.events.plan.ChangeVerdict;
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
import java.util.stream.Collectors;

/** Parts of a plan in words, the same in every layout. */
final class PlanWords {
  private PlanWords() {}

  static String change(ChangeVerdict change) {
    return change.column() == null
        ? change.operation()
        : change.operation() + " " + change.column();
  }

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
    return consumer.evidence() == null
        ? words.toString()
        : words.append(" · ").append(consumer.evidence()).toString();
  }

  /** With what it costs in data, e.g. {@code backfill, 1200000 rows, 40 files}. */
  static String cost(ChangeVerdict change) {
    Estimate estimate = change.estimate();
    List<String> sizes = new ArrayList<>();
    if (estimate != null) {
      size(estimate.rows(), "rows", sizes);
      size(estimate.files(), "files", sizes);
      size(estimate.bytes(), "bytes", sizes);
    }
    return cost(change.cost()) + (sizes.isEmpty() ? "" : ", " + String.join(", ", sizes));
  }

  private static void size(Long count, String what, List<String> sizes) {
    if (count != null) {
      sizes.add(count + " " + what);
    }
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

  static String base(Plan plan) {
    return plan.pinned().stream().map(PlanWords::pin).collect(Collectors.joining(", "));
  }

  private static String pin(Pin pin) {
    StringBuilder text = new StringBuilder(pin.table());
    if (pin.snapshotId() != null) {
      text.append(" snapshot ").append(pin.snapshotId());
    }
    if (pin.schemaId() != null) {
      text.append(" schema ").append(pin.schemaId());
    }
    return text.toString();
  }

  static String changes(Contraction contraction) {
    return contraction.changes().stream()
        .map(change -> change.path("operation").asText() + " " + change.path("column").asText(""))
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }

  static String duration(Duration duration) {
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
}
