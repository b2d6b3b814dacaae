package io.stillwater.planner.evidence.iceberg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.planner.evidence.Batches;
import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.metrics.ImmutableScanReport;
import org.apache.iceberg.metrics.ScanMetrics;
import org.apache.iceberg.metrics.ScanMetricsResult;
import org.apache.iceberg.rest.requests.ReportMetricsRequest;
import org.apache.iceberg.rest.requests.ReportMetricsRequestParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanReportsTest {
  private final ScanReports reports =
      new ScanReports(FixedEvidenceConfig.names(Map.of("prod", "lake")));
  private final EvidenceBatch batch = new EvidenceBatch();
  private final Batches stored = new Batches();

  @Test
  void projectedAndFilteredColumnsOfAReportOfTheRealLibraryAreRead() {
    // Given
    ImmutableScanReport report =
        ImmutableScanReport.builder()
            .tableName("prod.crm.users")
            .snapshotId(1)
            .schemaId(4)
            .filter(
                Expressions.and(
                    Expressions.equal("active", true),
                    Expressions.greaterThan(Expressions.year("born"), 2_000)))
            .addProjectedFieldIds(2, 7)
            .addProjectedFieldNames("fname", "address.city")
            .scanMetrics(ScanMetricsResult.fromScanMetrics(ScanMetrics.noop()))
            .putMetadata("engine-name", "spark")
            .build();

    // When
    Intake intake = add(ReportMetricsRequestParser.toJson(ReportMetricsRequest.of(report)));

    // Then
    assertThat(intake).isEqualTo(Intake.TAKEN);
    stored.add(batch);
    assertThat(stored.readers("lake.crm.users"))
        .containsExactly(
            "SCAN spark PROJECTS active",
            "SCAN spark PROJECTS address.city",
            "SCAN spark PROJECTS born",
            "SCAN spark PROJECTS fname");
    assertThat(stored.sources()).containsExactly("iceberg");
  }

  @Test
  void aScanWithoutColumnsCountsRows() {
    // When
    add("{\"report-type\":\"scan-report\",\"table-name\":\"lake.crm.users\",\"filter\":true}");

    // Then
    stored.add(batch);
    assertThat(stored.readers("lake.crm.users"))
        .isEqualTo(List.of("SCAN an engine that does not name itself ROWS_ONLY"));
  }

  @Test
  void aCommitReportOnlyShowsThatReportsArrive() {
    assertThat(add("{\"report-type\":\"commit-report\",\"table-name\":\"x\"}"))
        .isEqualTo(Intake.ignored(Ignored.OTHER_KIND));
    assertThat(batch.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"report-type\":\"scan-report\"}",
        "{\"report-type\":\"scan-report\",\"table-name\":\"crm.users\"}",
        "{\"report-type\":\"scan-report\",\"table-name\":\"lake..users\"}",
        "{\"report-type\":\"other\",\"table-name\":\"lake.crm.users\"}",
        "[1]"
      })
  void whatIsNoReportOrNamesNoTableIsMalformed(String json) {
    assertThatThrownBy(() -> add(json)).isInstanceOf(MalformedEvidenceException.class);
  }

  private Intake add(String json) {
    return reports.add(json.getBytes(StandardCharsets.UTF_8), Batches.NOW, batch);
  }
}
