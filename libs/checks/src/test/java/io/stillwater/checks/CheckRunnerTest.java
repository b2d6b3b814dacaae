package io.stillwater.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.fixture.TestLake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRunnerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pending_queries",
        "etl_status",
        "query_engine_health",
        "service_health",
        "query_latency",
        "dbt_tests"
      })
  void aCheckOfAnotherSystemIsUnknownAndSaysWhatItNeeds(String name) {
    try (TestLake lake = TestLake.unreachable(folder)) {
      // When
      CheckResult result = lake.check(CheckContext.none(), CheckSpec.of("s1", name, null, null));

      // Then
      assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
      assertThat(result.retryable()).isFalse();
      assertThat(result.detail()).contains("cannot be read: it needs");
    }
  }

  @Test
  void aNameThatNobodyKnowsIsUnknown() {
    try (TestLake lake = TestLake.unreachable(folder)) {
      // When
      CheckResult result =
          lake.check(CheckContext.none(), CheckSpec.of("s1", "phase_of_the_moon", null, null));

      // Then
      assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
      assertThat(lake.runner().knows("phase_of_the_moon")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"schema", "row_count", "freshness", "backup_status", "storage_capacity", "unique"})
  void aCatalogThatIsAwayIsUnknownForNow(String name) {
    try (TestLake lake = TestLake.unreachable(folder)) {
      // Given
      Map<String, Object> column = Map.of("name", "id", "type", "bigint");
      Map<String, Object> settings =
          Map.of("maxAge", "1h", "quota", "1GB", "columns", List.of(column));

      // When
      CheckResult result =
          lake.check(CheckContext.none(), CheckSpec.of("s1", name, "lake.sales.orders", settings));

      // Then
      assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
      assertThat(result.retryable()).isTrue();
      assertThat(result.detail()).startsWith("It could not be read: ");
    }
  }

  @Test
  void aCatalogThatIsNotConfiguredIsUnknownForGood() {
    try (TestLake lake = TestLake.unreachable(folder)) {
      // When
      CheckResult result =
          lake.check(
              CheckContext.none(),
              CheckSpec.of("s1", "backup_status", null, Map.of("table", "pond.sales.orders")));

      // Then
      assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
      assertThat(result.retryable()).isFalse();
      assertThat(result.detail()).contains("'pond' is not configured");
    }
  }

  @Test
  void aTargetThatLooksLikeATableOfNoCatalogIsNone() {
    try (TestLake lake = TestLake.create(folder)) {
      // Given
      var orders =
          lake.create(
              "lake.sales.orders", new Schema(NestedField.optional(1, "id", Types.LongType.get())));

      // When
      CheckResult result =
          lake.check(
              orders.planned("d-1"),
              CheckSpec.of("s1", "backup_status", "discounts-v2.15.0", Map.of()));

      // Then
      assertThat(result.status()).isEqualTo(CheckStatus.PASS);
      assertThat(result.evidence()).isEqualTo("tags of lake.sales.orders");
    }
  }

  @Test
  void hostileNamesAreNamesAndNoSql() {
    try (TestLake lake = TestLake.create(folder)) {
      // Given
      String table = "lake.sales.\"o\"\"; DROP TABLE x; --\"";
      lake.create(table, new Schema(NestedField.optional(1, "a' OR '1", Types.LongType.get())))
          .append("SELECT 1");

      // When
      List<CheckResult> results =
          lake.runner()
              .run(
                  List.of(
                      CheckSpec.of("s1", "unique", table, columns("a' OR '1")),
                      CheckSpec.of("s2", "not_null", table, columns("a' OR '1")),
                      CheckSpec.of("s3", "not_null", table, columns("a\" OR true --"))),
                  CheckContext.none());

      // Then
      assertThat(results)
          .extracting(CheckResult::status)
          .containsExactly(CheckStatus.PASS, CheckStatus.PASS, CheckStatus.FAIL);
    }
  }

  private static Map<String, Object> columns(String column) {
    return Map.of("columns", List.of(column));
  }
}
