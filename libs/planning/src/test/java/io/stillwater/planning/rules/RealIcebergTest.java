package io.stillwater.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Contraction;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.iceberg.SchemaEdits;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.Change;
import io.stillwater.planning.release.Release;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Holds every row of the truth table against what the Iceberg library itself does with the plain
 * table, whatever the row's engines say.
 */
class RealIcebergTest {
  /**
   * Where the edits used here go round the library's own check: making required with {@code
   * allowIncompatibleChanges}, and metadata edits of reserved properties and unknown versions; a
   * partition source in a list is found when the table is written.
   */
  private static final Set<String> STRICTER = Set.of("SW309", "SW314", "SW316", "SW317");

  @ParameterizedTest(name = "v{0} {2} {3}")
  @CsvFileSource(resources = "/truth-table-iceberg.csv", numLinesToSkip = 1, delimiter = '|')
  void theLibraryDoesWhatIsPlannedAndRefusesWhatIsRefusedInItsName(
      String versions, String variant, String engines, String change) {
    for (String version : versions.strip().split(",")) {
      // Given
      TableMetadata table = RealIceberg.events(Integer.parseInt(version));
      Release release = Lakes.release("lake.app.events", change.strip());

      // When
      Plan plan = Lakes.plan(release, Lakes.events(Integer.parseInt(version)).build());

      // Then
      if (plan.status() == PlanStatus.PLANNED) {
        assertThatCode(() -> carryOut(plan, table)).as("v" + version).doesNotThrowAnyException();
      } else if (refusedByIceberg(plan.changes().get(0))) {
        Change blunt = release.tables().get(0).changes().get(0).change();
        assertThatThrownBy(() -> RealIceberg.bluntly(blunt).apply(table)).as("v" + version);
      }
    }
  }

  private static boolean refusedByIceberg(ChangeVerdict change) {
    return change.refusedBy().contains("iceberg")
        && change.findings().stream().noneMatch(finding -> STRICTER.contains(finding.code()));
  }

  private static void carryOut(Plan plan, TableMetadata table) {
    TableMetadata after = table;
    for (Step step : plan.steps().toList()) {
      after = RealIceberg.edit(step).apply(after);
    }
    assertThat(after.schema().columns().stream().map(Types.NestedField::name))
        .containsExactlyInAnyOrderElementsOf(expectedColumns(plan, after));
    for (Contraction contraction : plan.contractions()) {
      String column = contraction.changes().get(0).path("column").asText();
      if (!column.isEmpty()) {
        after = SchemaEdits.drop(ColumnPath.parse(column)).apply(after);
      }
    }
  }

  /** What the plan's check of the schema asks for; as it is where there is no such check. */
  private static List<String> expectedColumns(Plan plan, TableMetadata after) {
    return plan.steps()
        .map(Step::arguments)
        .filter(StepArguments.Check.class::isInstance)
        .map(StepArguments.Check.class::cast)
        .filter(check -> check.name().equals("schema"))
        .map(check -> check.settings().get("columns").findValuesAsText("name"))
        .findFirst()
        .orElseGet(() -> after.schema().columns().stream().map(Types.NestedField::name).toList());
  }
}
