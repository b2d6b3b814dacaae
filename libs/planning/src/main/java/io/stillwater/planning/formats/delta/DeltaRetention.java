package io.stillwater.planning.formats.delta;

import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.planning.schema.TableModel;
import io.stillwater.planning.steps.StepDraft;
import io.stillwater.planning.steps.Undos;
import io.stillwater.planning.strategy.TableSteps;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Delta has no tags: what RESTORE needs are files that VACUUM has not removed and the log of their
 * version. Both are held by the table's own settings.
 */
final class DeltaRetention {
  static final String FILES = "delta.deletedFileRetentionDuration";
  static final String LOG = "delta.logRetentionDuration";

  /** What holds where the table says nothing ({@code DeltaConfigs}). */
  private static final Map<String, Duration> USUAL =
      Map.of(FILES, Duration.ofDays(7), LOG, Duration.ofDays(30));

  private static final Pattern PART = Pattern.compile("(\\d{1,9}) *([a-z]+)");

  private DeltaRetention() {}

  /** The step that raises what is too short; none where all is long enough. */
  static List<StepDraft> hold(TableModel table, Duration keep, TableSteps steps) {
    Map<String, String> raised = raised(table, keep);
    if (raised.isEmpty()) {
      return List.of();
    }
    Map<String, String> before = new HashMap<>();
    raised.keySet().forEach(name -> before.put(name, table.properties().get(name)));
    return List.of(
        steps.step(
            Phase.PROTECT,
            StepKind.RETAIN,
            "Keep removed files and the log of "
                + table.name()
                + (table.base().snapshotId() == null
                    ? ""
                    : ", back to version " + table.base().snapshotId() + ",")
                + " for "
                + Undos.inWords(held(keep))
                + "; VACUUM must not run with a shorter RETAIN",
            new StepArguments.Retain(held(keep)),
            steps.sql().setProperties(raised),
            steps.undos().exact(steps.sql().setProperties(before))));
  }

  /** A day more: rollback is promised from completion on, and files are removed before it. */
  private static Duration held(Duration keep) {
    return keep.plusDays(1);
  }

  /** Properties and values for what is kept too short; Delta wants the log as long as the files. */
  static Map<String, String> raised(TableModel table, Duration keep) {
    Map<String, String> raised = new TreeMap<>();
    String interval = "interval " + held(keep).toHours() + " hours";
    USUAL.forEach(
        (name, usual) -> {
          String text = table.properties().get(name);
          Optional<Duration> known = text == null ? Optional.of(usual) : parse(text);
          if (known.isEmpty() || known.get().compareTo(held(keep)) < 0) {
            raised.put(name, interval);
          }
        });
    return raised;
  }

  /**
   * {@code interval 1 week}, {@code 30 days}, {@code interval 2 days 3 hours}; empty for others.
   */
  static Optional<Duration> parse(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^interval ", "").strip();
    Matcher part = PART.matcher(words);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      if (!words.substring(end, part.start()).isBlank()) {
        return Optional.empty();
      }
      long number = Long.parseLong(part.group(1));
      Duration unit = unit(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      sum = sum.plus(unit.multipliedBy(number));
      end = part.end();
    }
    return end == 0 || !words.substring(end).isBlank() ? Optional.empty() : Optional.of(sum);
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "week", "weeks" -> Duration.ofDays(7);
      case "day", "days" -> Duration.ofDays(1);
      case "hour", "hours" -> Duration.ofHours(1);
      case "minute", "minutes" -> Duration.ofMinutes(1);
      case "second", "seconds" -> Duration.ofSeconds(1);
      default -> null;
    };
  }
}
