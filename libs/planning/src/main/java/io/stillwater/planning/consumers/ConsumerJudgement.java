package io.stillwater.planning.consumers;

import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.findings.FindingCode;
import io.stillwater.planning.findings.Findings;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.schema.TableModel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a change does to each reader that is known, and what is not known. */
public final class ConsumerJudgement {
  private static final int NAMED_IN_A_FINDING = 5;

  private final Change change;
  private final TableModel table;
  private final Effect effect;
  private final Optional<ColumnPath> column;
  private final Findings findings;

  /**
   * @param table as it is before the change
   */
  public ConsumerJudgement(Change change, TableModel table, Findings findings) {
    this.change = change;
    this.table = table;
    this.effect = Effect.of(change, table);
    this.column = effect.ofTheTable() ? Optional.empty() : change.subject();
    this.findings = findings;
  }

  /**
   * Lists every reader of an unsafe change, and of a safe one those that it may hurt after all.
   *
   * @param engines that use the lake
   * @param window how far back readers are looked for
   */
  public ConsumerImpact judge(
      Classification classification,
      ConsumerEvidence evidence,
      Duration window,
      List<EngineInUse> engines) {
    boolean unsafe = classification == Classification.UNSAFE;
    if (effect == Effect.KEEPS_ALL && !unsafe) {
      return ConsumerImpact.NONE;
    }
    Readership readership = evidence.of(table.name(), column, window);
    List<JudgedReader> consumers =
        JudgedReader.of(readership.readers(), effect, column).stream()
            .filter(one -> unsafe || one.concernsASafeChange())
            .sorted(Comparator.naturalOrder())
            .toList();
    List<JudgedReader> breaking =
        consumers.stream().filter(one -> one.verdict() == ConsumerVerdict.BREAKS).toList();
    tellOfBreaks(breaking, unsafe);
    if (unsafe && effect.readersMatter()) {
      tellOfTheUnseen(readership.coverage(), engines);
    }
    List<Consumer> listed =
        consumers.stream()
            .limit(ConsumerImpact.LISTED_AT_MOST)
            .map(JudgedReader::consumer)
            .toList();
    return new ConsumerImpact(
        listed,
        breaking.stream().map(JudgedReader::identity).collect(Collectors.toUnmodifiableSet()));
  }

  private void tellOfBreaks(List<JudgedReader> breaking, boolean unsafe) {
    if (unsafe) {
      tell(FindingCode.CONSUMERS_BREAK, "readers", breaking);
      return;
    }
    List<JudgedReader> views =
        breaking.stream().filter(one -> one.use() == ReaderUse.VIEW_STAR).toList();
    tell(FindingCode.VIEWS_GO_STALE, "views", views);
    tell(
        FindingCode.CONTRACTS_BREAK,
        "dbt contracts",
        breaking.stream().filter(one -> !views.contains(one)).toList());
  }

  private void tell(FindingCode code, String what, List<JudgedReader> breaking) {
    if (breaking.isEmpty()) {
      return;
    }
    String names =
        breaking.stream()
            .limit(NAMED_IN_A_FINDING)
            .map(JudgedReader::shown)
            .collect(Collectors.joining(", "));
    int left = breaking.size() - NAMED_IN_A_FINDING;
    findings.add(
        code,
        breaking.size() + " " + what + " break when " + subject() + " " + effect.words(),
        left > 0 ? names + " and " + left + " more" : names);
  }

  private void tellOfTheUnseen(Coverage coverage, List<EngineInUse> engines) {
    if (!coverage.whole()) {
      findings.add(
          FindingCode.CONSUMERS_UNKNOWN,
          "who reads "
              + subject()
              + " is not known"
              + (coverage.gaps().isEmpty() ? "" : " for sure"),
          coverage.gapsInWords());
      return;
    }
    List<String> unobserved =
        engines.stream()
            .map(engine -> engine.name().toLowerCase(Locale.ROOT))
            .filter(engine -> !isObserved(engine, coverage))
            .distinct()
            .toList();
    if (!unobserved.isEmpty()) {
      findings.add(
          FindingCode.ENGINE_NOT_OBSERVED,
          "what " + String.join(", ", unobserved) + " reads of " + subject() + " is not known",
          "evidence arrives of "
              + String.join(", ", coverage.sources().stream().sorted().toList()));
    }
  }

  private static boolean isObserved(String engine, Coverage coverage) {
    return engine.contains(Coverage.TRINO)
        ? coverage.sources().contains(Coverage.TRINO)
        : coverage.sources().contains(Coverage.ICEBERG)
            || coverage.sources().contains(Coverage.OPENLINEAGE);
  }

  private String subject() {
    return column
        .map(path -> path + " of " + table.name())
        .orElseGet(() -> table.name().toString());
  }
}
