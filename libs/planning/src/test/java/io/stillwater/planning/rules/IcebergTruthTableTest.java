package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.Lakes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One row per operation and format version; each names its source in {@code
 * facts/table-formats.md}.
 */
class IcebergTruthTableTest {

  @ParameterizedTest(name = "v{0} {1} is {2} ({3} {4})")
  @CsvFileSource(resources = "/truth-table-iceberg.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheFormatMakesOfIt(
      String versions,
      String change,
      String classification,
      String cost,
      String code,
      String source) {
    for (String version : versions.strip().split(",")) {
      // Given
      var table = Lakes.events(Integer.parseInt(version)).build();

      // When
      Plan plan = Lakes.plan(Lakes.release("lake.app.events", change.strip()), table);

      // Then
      ChangeVerdict verdict = plan.changes().get(0);
      String seen = "v" + version + " " + change.strip() + " (" + source + "): " + verdict;
      assertThat(verdict.classification().name()).as(seen).isEqualTo(classification.strip());
      assertThat(verdict.cost().name()).as(seen).isEqualTo(cost.strip());
      if (code != null) {
        assertThat(Lakes.codes(plan)).as(seen).contains(code.strip());
      }
      assertThat(Lakes.codes(plan)).as(seen).doesNotContain("SW599");
    }
  }
}
