package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Finding;
import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;

/**
 * One row of a format's truth table.
 *
 * @param variants kinds of table, by commas
 * @param engines e.g. {@code spark 3.5.5 hudi=1.0.2; trino 476}; null for none known
 * @param code a finding that must be among them; null for any
 * @param refusedBy names in order; null for nobody
 * @param source what says so
 */
public record TruthRow(
    String variants,
    String engines,
    String change,
    String classification,
    String cost,
    String code,
    String refusedBy,
    String source) {

  /** Reads a row by the order of its cells. */
  public static final class Cells implements ArgumentsAggregator {
    @Override
    public TruthRow aggregateArguments(ArgumentsAccessor cells, ParameterContext context) {
      return new TruthRow(
          cells.getString(0),
          cells.getString(1),
          cells.getString(2),
          cells.getString(3),
          cells.getString(4),
          cells.getString(5),
          cells.getString(6),
          cells.getString(7));
    }
  }

  /** Holds the row against the plan for each kind of table. */
  public void holds(Function<String, TableState> tables) {
    for (String variant : variants.split(",")) {
      holds(tables.apply(variant));
    }
  }

  private void holds(TableState table) {
    // When
    Plan plan = plan(table, EnginesInUse.parse(engines), change);

    // Then
    ChangeVerdict verdict = plan.changes().get(0);
    String seen = change + " (" + source + "): " + verdict;
    assertThat(verdict.classification().name()).as(seen).isEqualTo(classification);
    assertThat(verdict.cost().name()).as(seen).isEqualTo(cost);
    assertThat(verdict.refusedBy()).as(seen).isEqualTo(words(refusedBy));
    assertThat(verdict.findings().stream().map(Finding::code)).as(seen).doesNotContain("SW599");
    if (code != null) {
      assertThat(verdict.findings().stream().map(Finding::code)).as(seen).contains(code);
    }
    assertThat(source).as(seen).isNotBlank();
  }

  public static Plan plan(TableState table, List<EngineInUse> engines, String... changes) {
    return Lakes.planner()
        .plan(
            Lakes.release(table.name().toString(), changes),
            Environment.withoutFile("production"),
            TableSnapshot.of(engines, List.of(table)));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
  }
}
