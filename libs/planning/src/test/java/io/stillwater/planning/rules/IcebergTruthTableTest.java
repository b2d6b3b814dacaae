package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.EnginesInUse;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One row per operation, format version, kind of table and engines in use; each names the test or
 * source that says so, by project, or the section of {@code facts/table-formats.md}. A code with a
 * minus is one that must not be there.
 */
class IcebergTruthTableTest {

  @ParameterizedTest(name = "v{0} {1} {2} {3} is {4} ({5} {6})")
  @CsvFileSource(resources = "/truth-table-iceberg.csv", numLinesToSkip = 1, delimiter = '|')
  void anOperationIsWhatTheFormatAndItsEnginesMakeOfIt(
      String versions,
      String variant,
      String engines,
      String change,
      String classification,
      String cost,
      String code,
      String refusedBy,
      String source) {
    for (String version : versions.strip().split(",")) {
      // Given
      var table = EventTables.of(variant, Integer.parseInt(version)).build();
      Release release = Lakes.release("lake.app.events", change.strip());
      TableSnapshot lake = TableSnapshot.of(EnginesInUse.parse(engines), List.of(table));

      // When
      Plan plan = Lakes.planner().plan(release, Environment.withoutFile("production"), lake);

      // Then
      ChangeVerdict verdict = plan.changes().get(0);
      String seen = "v" + version + " " + change.strip() + " (" + source + "): " + verdict;
      assertThat(verdict.classification().name()).as(seen).isEqualTo(classification.strip());
      assertThat(verdict.cost().name()).as(seen).isEqualTo(cost.strip());
      if (code != null && code.startsWith("-")) {
        assertThat(Lakes.codes(plan)).as(seen).doesNotContain(code.substring(1));
      } else if (code != null) {
        assertThat(Lakes.codes(plan)).as(seen).contains(code.strip());
      }
      if (refusedBy != null) {
        assertThat(verdict.refusedBy()).as(seen).contains(refusedBy.strip());
      }
      assertThat(Lakes.codes(plan)).as(seen).doesNotContain("SW599");
    }
  }
}
