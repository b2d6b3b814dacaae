package io.stillwater.planning.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.release.DocumentError;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.release.ReleaseDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgeTest {
  private static final String RELEASE =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: prices, version: %s, environment: production}
      spec:
        %s
        tables:
          - table: lake.app.t
            changes: [{operation: move_column, column: b, first: true%s}]
      """;

  private static final TableState TABLE =
      Lakes.iceberg("lake.app.t", 2)
          .columns(Column.of(1, "a", Lakes.type("int")), Column.of(2, "b", Lakes.type("int")))
          .build();

  @Test
  void aWarningRaisesTheRiskUntilItsCodeIsAcknowledged() {
    // When
    Plan before = plan("v1", "", "");
    Plan forRelease = plan("v1", "acknowledge: [SW206]", "");
    Plan forChange = plan("v1", "", ", acknowledge: [SW206]");

    // Then
    assertThat(before.risk()).isEqualTo(Risk.MEDIUM);
    assertThat(forRelease.risk()).isEqualTo(Risk.LOW);
    assertThat(forChange.risk()).isEqualTo(Risk.LOW);
    assertThat(Lakes.codes(forRelease)).contains("SW206");
    assertThat(forRelease.changes().get(0).findings())
        .anySatisfy(finding -> assertThat(finding.evidence()).contains("acknowledged"));
  }

  @Test
  void anotherCodeAcknowledgesNothing() {
    assertThat(plan("v1", "acknowledge: [SW204]", "").risk()).isEqualTo(Risk.MEDIUM);
  }

  @Test
  void theNextReleaseDoesNotInheritIt() {
    // When
    Plan acknowledged = plan("v1", "acknowledge: [SW206]", "");
    Plan next = plan("v2", "", "");
    Plan again = plan("v1", "acknowledge: [SW206]", "");

    // Then
    assertThat(next.risk()).isEqualTo(Risk.MEDIUM);
    assertThat(again).isEqualTo(acknowledged);
    assertThat(next.planId()).isNotEqualTo(acknowledged.planId());
  }

  @Test
  void anErrorOrAnUnknownCodeIsRefusedWithWhatToDo() {
    assertThat(errors("acknowledge: [SW301]"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo("spec.acknowledge[0]");
              assertThat(error.message()).contains("cannot be acknowledged; mend its cause: ");
            });
    assertThat(errors("acknowledge: [SW2O6]"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo("spec.acknowledge[0]");
              assertThat(error.message()).contains("did you mean SW2").contains("docs/findings.md");
            });
  }

  private static Plan plan(String version, String spec, String change) {
    return Lakes.plan(Lakes.release(RELEASE.formatted(version, spec, change)), TABLE);
  }

  private static List<DocumentError> errors(String spec) {
    return ReleaseDocuments.parse(RELEASE.formatted("v1", spec, "")).get(0).errors();
  }
}
