package io.stillwater.checks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.fixture.TestLake;
import io.stillwater.checks.fixture.TestTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataQualityTest {
  private static final String ORDERS = "lake.sales.orders";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
  private static final Schema SCHEMA =
      new Schema(
          NestedField.optional(1, "order_id", Types.LongType.get()),
          NestedField.optional(2, "user_id", Types.LongType.get()),
          NestedField.optional(3, "amount", Types.DoubleType.get()),
          NestedField.optional(4, "created_at", Types.TimestampType.withoutZone()),
          NestedField.optional(5, "odd \"name; DROP", Types.StringType.get()));

  @TempDir Path folder;
  private TestLake lake;
  private TestTable orders;

  @BeforeEach
  void createTheLake() {
    lake = TestLake.create(folder);
    orders = lake.create(ORDERS, SCHEMA);
    // 100 rows from 2026-03-09T00:00 to 2026-03-10T00:45, one per quarter of an hour
    orders.append(
        "SELECT i, i % 10, i + 0.5, TIMESTAMP '2026-03-09 00:00:00' + INTERVAL (i * 15) MINUTE, 'x'"
            + " FROM range(100) AS r(i)");
  }

  @AfterEach
  void closeTheLake() {
    lake.close();
  }

  @Test
  void goodDataPassesAllSixTestsInOneRun() {
    // Given
    TestTable users =
        lake.create(
            "lake.crm.users", new Schema(NestedField.required(1, "id", Types.LongType.get())));
    users.append("SELECT i FROM range(10) AS r(i)");

    // When
    List<CheckResult> results =
        run(
            test("not_null", List.of("order_id", "odd \"name; DROP")),
            test("unique", List.of("order_id", List.of("order_id", "user_id"))),
            test("range", Map.of("amount", Map.of("min", 0, "exclusive", true))),
            test("referential", Map.of("user_id", "lake.crm.users.id")),
            test("freshness", Map.of("created_at", "12h")),
            volume(Map.of("column", "created_at", "per", "day", "min", 96, "max", 96)));

    // Then
    assertThat(results).extracting(CheckResult::status).containsOnly(CheckStatus.PASS);
    assertThat(results).allSatisfy(result -> assertThat(result.evidence()).contains("SELECT"));
    assertThat(results).allSatisfy(result -> assertThat(result.value()).isNotBlank());
    assertThat(results).allSatisfy(result -> assertThat(result.limit()).isNotBlank());
  }

  @Test
  void nullsAreCountedByNotNull() {
    // Given
    orders.append("SELECT NULL, 1, 1, TIMESTAMP '2026-03-10 01:00:00', NULL FROM range(3)");

    // When
    CheckResult result = run(test("not_null", List.of("order_id"))).get(0);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.value()).isEqualTo("3 of 103 rows without order_id");
  }

  @Test
  void aRepeatedCompoundKeyFailsAndKeysWithNullAreNotHeldEqual() {
    // Given
    orders.append("SELECT 7, 7, 1, NULL, 'again'");
    orders.append("SELECT NULL, 7, 1, NULL, 'no key' FROM range(2)");

    // When
    List<CheckResult> results =
        run(
            test("unique", List.of(List.of("order_id", "user_id"))),
            test("unique", List.of(List.of("order_id", "odd \"name; DROP"))));

    // Then
    assertThat(results)
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.FAIL, CheckStatus.PASS);
    assertThat(results.get(0).detail()).contains("2 rows share their (order_id, user_id)");
  }

  @Test
  void aValueOnAnExclusiveBoundFailsAndOnAnInclusiveOnePasses() {
    // Given
    orders.append("SELECT 200, 1, 0, NULL, 'free'");

    // When
    List<CheckResult> results =
        run(
            test("range", Map.of("amount", Map.of("min", 0, "exclusive", true))),
            test("range", Map.of("amount", Map.of("min", 0, "max", "99.5"))),
            test("range", Map.of("order_id", Map.of("max", 199.5))),
            test("range", Map.of("created_at", Map.of("min", "2026-03-09"))));

    // Then
    assertThat(results)
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.FAIL, CheckStatus.PASS, CheckStatus.FAIL, CheckStatus.PASS);
  }

  @Test
  void notANumberLiesInNoRange() {
    // Given
    orders.append("SELECT 200, 1, 'nan'::DOUBLE, NULL, 'x'");

    // When
    CheckResult result = run(test("range", Map.of("amount", Map.of("min", 0)))).get(0);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail()).contains("1 row of amount");
  }

  @Test
  void aReferenceToNothingFailsAndNullRefersToNothing() {
    // Given
    TestTable users =
        lake.create(
            "lake.crm.users", new Schema(NestedField.optional(1, "id", Types.LongType.get())));
    users.append("SELECT i FROM range(9) AS r(i) UNION ALL SELECT NULL");
    orders.append("SELECT 200, NULL, 1, NULL, 'x'");

    // When
    CheckResult result = run(test("referential", Map.of("user_id", "lake.crm.users.id"))).get(0);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.value()).isEqualTo("10 rows of user_id not in lake.crm.users.id");
    assertThat(result.detail()).contains("such as 9");
  }

  @Test
  void staleDataFailsThoughOneRowLiesInTheFuture() {
    // Given
    orders.append("SELECT 200, 1, 1, TIMESTAMP '2099-01-01 00:00:00', 'x'");

    // When
    CheckResult result = run(test("freshness", Map.of("created_at", "1h"))).get(0);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.value()).isEqualTo("PT11H15M old");
    assertThat(result.detail()).contains("1 row in the future");
  }

  @Test
  void volumeLooksAtTheLastFullPeriod() {
    // When
    List<CheckResult> results =
        run(
            volume(Map.of("column", "created_at", "per", "day", "min", 97)),
            volume(Map.of("column", "created_at", "per", "hour", "max", 0)),
            volume(Map.of("max", 99)));

    // Then
    assertThat(results)
        .extracting(CheckResult::status)
        .containsExactly(CheckStatus.FAIL, CheckStatus.PASS, CheckStatus.FAIL);
    assertThat(results.get(0).value()).isEqualTo("96 rows in the day from 2026-03-09T00:00Z");
  }

  @Test
  void anEmptyTablePassesNoTestOfItsRows() {
    // Given
    lake.create("lake.sales.empty", SCHEMA);

    // When
    List<CheckResult> results =
        lake.runner(NOON)
            .run(
                List.of(
                    CheckSpec.of("a", "not_null", "lake.sales.empty", columns(List.of("order_id"))),
                    CheckSpec.of("b", "unique", "lake.sales.empty", columns(List.of("order_id")))),
                CheckContext.none());

    // Then
    assertThat(results).extracting(CheckResult::status).containsOnly(CheckStatus.FAIL);
    assertThat(results).allSatisfy(r -> assertThat(r.detail()).contains("no rows to test"));
  }

  @Test
  void aMissingColumnFailsAndASettingThatMakesNoSenseIsUnknown() {
    // When
    List<CheckResult> results =
        run(
            test("not_null", List.of("nowhere")),
            test("range", Map.of("amount", Map.of("min", "cheap"))),
            test("range", Map.of("created_at", Map.of("min", "someday"))),
            test("referential", Map.of("user_id", "lake.crm.nobody.id")),
            test("not_null", List.of("order_id")));

    // Then
    assertThat(results)
        .extracting(CheckResult::status)
        .containsExactly(
            CheckStatus.FAIL,
            CheckStatus.UNKNOWN,
            CheckStatus.UNKNOWN,
            CheckStatus.UNKNOWN,
            CheckStatus.PASS);
    assertThat(results).noneMatch(CheckResult::retryable);
  }

  private List<CheckResult> run(CheckSpec... specs) {
    return lake.runner(NOON).run(List.of(specs), CheckContext.none());
  }

  private static CheckSpec test(String name, Object columns) {
    return CheckSpec.of("s1", name, ORDERS, columns(columns));
  }

  private static CheckSpec volume(Map<String, Object> settings) {
    return CheckSpec.of("s1", "volume", ORDERS, settings);
  }

  private static Map<String, Object> columns(Object columns) {
    return Map.of("columns", columns);
  }
}
