package io.stillwater.planning.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Risk;
import io.stillwater.events.release.DocumentError;
import io.stillwater.lakehouse.Quantities;
import io.stillwater.planning.Lakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentDocumentsTest {

  @Test
  void anEnvironmentIsReadAsTheContractWritesIt() {
    // When
    Environment environment =
        Lakes.environment(
            """
            catalogs: {lake: {type: rest, uri: "http://c", warehouse: "s3://lake", properties: {}}}
            engines: [{name: trino, url: "http://t"}, {name: spark, libraries: {iceberg: 1.10.0}}]
            components: {trino: {namespace: trino, workload: coordinator}}
            policy:
              approval: {LOW: none, MEDIUM: required, HIGH: required}
              gracePeriod: {default: P14D, min: P7D, max: P30D}
              deny: [{cron: "0 22 * * 5", for: 2h, reason: month-end close}]
            analysis: {soak: 10m}
            """);

    // Then
    assertThat(environment.policy().approval()).containsExactlyInAnyOrder(Risk.MEDIUM, Risk.HIGH);
    assertThat(environment.engines().get(1).library("iceberg")).contains("1.10.0");
    assertThat(environment.components()).containsKey("trino");
    assertThat(environment.analysis().soak()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void anEnvironmentWithoutFileHasTheUsualPolicy() {
    // When
    Environment environment = new Environments(List.of()).named("anywhere");

    // Then
    assertThat(environment.policy().approval()).containsExactly(Risk.HIGH);
    assertThat(environment.policy().gracePeriod().usual()).isEqualTo(Duration.ofDays(14));
    assertThat(environment.analysis().soak()).isEqualTo(Duration.ofSeconds(10));
    assertThat(environment.catalogs()).containsOnlyKeys("lake");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy: {gracePeriod: {min: P1D}} | spec.policy.gracePeriod
          policy: {approval: {LOW: maybe}} | spec.policy.approval.LOW
          policy: {approval: {EXTREME: none}} | spec.policy.approval.EXTREME
          policy: {deny: [{cron: "61 * * * *", for: 1h}]} | spec.policy.deny[0].cron
          policy: {deny: [{cron: "* * *", for: 1h}]} | spec.policy.deny[0].cron
          policy: {deny: [{cron: "0 0 * * *", for: 90d}]} | spec.policy.deny[0].for
          catalogs: {lake: {type: glue}} | spec.catalogs.lake.type
          engine: [] | spec.engine
          """)
  void anErrorNamesThePath(String spec, String path) {
    // When
    List<DocumentError> errors =
        EnvironmentDocuments.parse(
                "{apiVersion: stillwater/v1, kind: Environment, metadata: {name: x}, spec: {"
                    + spec
                    + "}}")
            .get(0)
            .errors();

    // Then
    assertThat(errors).extracting(DocumentError::path).contains(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 22 * * 5 | 2h | 2026-06-05T22:00:00Z | true
          0 22 * * 5 | 2h | 2026-06-05T23:59:59Z | true
          0 22 * * 5 | 2h | 2026-06-06T00:00:00Z | false
          0 22 * * fri | 2h | 2026-06-04T22:30:00Z | false
          0 0 1 * * | 31d | 2026-06-30T12:00:00Z | true
          */15 8-17 * * mon-fri | 1m | 2026-06-03T08:15:30Z | true
          */15 8-17 * * mon-fri | 1m | 2026-06-03T08:16:30Z | false
          0 0 13 * 5 | 1d | 2026-06-05T10:00:00Z | true
          0 0 * * 7 | 1d | 2026-06-07T10:00:00Z | true
          0 0 29 2 * | 1d | 2026-06-07T10:00:00Z | false
          """)
  void aTimeWindowCoversWhatCronSays(String cron, String length, Instant now, boolean covered) {
    // Given
    TimeWindow window =
        new TimeWindow(CronExpression.parse(cron), Quantities.duration(length), "because");

    // When / Then
    assertThat(window.covers(now)).isEqualTo(covered);
  }
}
