package io.stillwater.planning.formats.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.Lakes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One row per operation, kind of table and engines in use; each names what says so: a test or
 * source file of Delta ({@code delta-io/delta}) or Trino ({@code trinodb/trino}), or a run of
 * delta-spark 4.0.0 on Spark 4.0.1.
 */
class DeltaTruthTableTest {

  @ParameterizedTest(name = "{0} [{1}] {2} is {3} ({4} {5} {6})")
  @CsvFileSource(resources = "/truth-table-delta.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheFormatAndTheEnginesMakeOfIt(
      String kinds,
      String engines,
      String change,
      String classification,
      String cost,
      String code,
      String refusedBy,
      String source) {
    for (String kind : kinds.strip().split(",")) {
      // When
      Plan plan = DeltaLakes.plan(kind, engines, change.strip());

      // Then
      ChangeVerdict verdict = plan.changes().get(0);
      String seen = kind + " " + change.strip() + " (" + source + "): " + verdict;
      assertThat(verdict.classification().name()).as(seen).isEqualTo(classification.strip());
      assertThat(verdict.cost().name()).as(seen).isEqualTo(cost.strip());
      if (code != null) {
        assertThat(Lakes.codes(plan)).as(seen).contains(code.strip());
      }
      if (refusedBy == null) {
        assertThat(verdict.refusedBy()).as(seen).isEmpty();
      } else {
        assertThat(verdict.refusedBy()).as(seen).contains(refusedBy.strip());
      }
      assertThat(Lakes.codes(plan)).as(seen).doesNotContain("SW599");
    }
  }
}
