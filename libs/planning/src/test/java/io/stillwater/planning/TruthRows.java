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

/** Holds one row of a format's truth table against the plan. */
public final class TruthRows {
  private TruthRows() {}

  /**
   * @param engines e.g. {@code spark 3.5.5 hudi=1.0.2; trino 476}; null for none known
   * @param code a finding that must be among them; null for any
   * @param refusedBy names in order; null for nobody
   */
  public static void holds(
      TableState table,
      String engines,
      String change,
      String classification,
      String cost,
      String code,
      String refusedBy,
      String source) {
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
