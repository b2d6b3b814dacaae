package io.stillwater.checks.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.fixture.TestLake;
import io.stillwater.checks.fixture.TestTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Freshness, backups and capacity. */
class StateChecksTest {
  private static final String ORDERS = "lake.sales.orders";
  private static final Clock TOMORROW = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));

  @TempDir Path folder;
  private TestLake lake;
  private TestTable orders;

  @BeforeEach
  void createTheLake() {
    lake = TestLake.create(folder);
    orders =
        lake.create(
            ORDERS,
            new Schema(
                NestedField.required(1, "id", Types.LongType.get()),
                NestedField.optional(2, "day", Types.DateType.get())));
  }

  @AfterEach
  void closeTheLake() {
    lake.close();
  }

  @Test
  void theLastCommitOfDataTellsHowFreshATableIs() {
    // Given
    orders.append("SELECT 1, NULL");

    // When
    CheckResult now = check("freshness", Map.of("maxAge", "1h"), Clock.systemUTC());
    CheckResult later = check("freshness", Map.of("maxAge", "1h"), TOMORROW);

    // Then
    assertThat(now.status()).isEqualTo(CheckStatus.PASS);
    assertThat(later.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(later.limit()).isEqualTo("at most PT1H old");
  }

  @Test
  void aRewriteMakesATableNoFresher() {
    // Given
    DataFile file = orders.append("SELECT 1, NULL");
    long appended = orders.table().currentSnapshot().snapshotId();
    orders.table().newRewrite().deleteFile(file).addFile(orders.write("SELECT 1, NULL")).commit();

    // When
    CheckResult result = check("freshness", Map.of("maxAge", "1h"), Clock.systemUTC());

    // Then
    assertThat(result.evidence()).contains("snapshot " + appended);
  }

  @Test
  void theNewestDateCountsUntilItsDaysEnd() {
    // Given
    orders.append("SELECT 1, current_date");

    // When
    CheckResult today =
        check("freshness", Map.of("column", "day", "maxAge", "1m"), Clock.systemUTC());
    CheckResult later = check("freshness", Map.of("column", "day", "maxAge", "1m"), TOMORROW);

    // Then
    assertThat(today.status()).isEqualTo(CheckStatus.PASS);
    assertThat(later.status()).isEqualTo(CheckStatus.FAIL);
  }

  @Test
  void freshnessOfANumberOrWithoutALimitIsUnknown() {
    // Given
    orders.append("SELECT 1, NULL");

    // When
    CheckResult number = check("freshness", Map.of("column", "id", "maxAge", "1m"), TOMORROW);
    CheckResult noLimit = check("freshness", Map.of(), TOMORROW);

    // Then
    assertThat(number.status()).isEqualTo(CheckStatus.UNKNOWN);
    assertThat(noLimit.status()).isEqualTo(CheckStatus.UNKNOWN);
    assertThat(noLimit.detail()).contains("'maxAge'", "is not set");
  }

  @Test
  void aTagOfAnOldStateProtectsOnlyWithinTheAgeAllowed() {
    // Given
    orders.append("SELECT 1, NULL");
    orders.tag("nightly");
    orders.append("SELECT 2, NULL");

    // When
    CheckResult now = check("backup_status", Map.of("maxAge", "24h"), Clock.systemUTC());
    CheckResult later = check("backup_status", Map.of("maxAge", "24h"), TOMORROW);

    // Then
    assertThat(now.status()).isEqualTo(CheckStatus.PASS);
    assertThat(later.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(later.value()).startsWith("tag nightly, P1DT1H");
  }

  @Test
  void theDeploymentsOwnTagAndOneOfThePresentStateProtectHoweverOld() {
    // Given
    orders.append("SELECT 1, NULL");
    orders.tag("nightly");
    CheckResult present = check("backup_status", Map.of(), TOMORROW);
    orders.append("SELECT 2, NULL");
    orders.table().manageSnapshots().removeTag("nightly").commit();
    orders.tag("stillwater-d-1");
    orders.append("SELECT 3, NULL");

    // When
    CheckResult own =
        check("backup_status", Map.of(), TOMORROW, new CheckContext("d-1", Map.of(), Map.of()));

    // Then
    assertThat(present.status()).isEqualTo(CheckStatus.PASS);
    assertThat(own.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void noTagIsNoBackup() {
    // Given
    orders.append("SELECT 1, NULL");

    // When
    CheckResult result = check("backup_status", Map.of(), Clock.systemUTC());

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail()).isEqualTo("no tag protects " + ORDERS);
  }

  @Test
  void theFilesOfATableAreHeldAgainstAQuota() {
    // Given
    DataFile file = orders.append("SELECT i, NULL FROM range(1000) AS r(i)");
    long size = file.fileSizeInBytes();
    orders.table().newDelete().deleteFile(file).commit();

    // When
    CheckResult enough = check("storage_capacity", quota(size * 2), Clock.systemUTC());
    CheckResult tooLittle = check("storage_capacity", quota(size), Clock.systemUTC());

    // Then
    assertThat(enough.status()).isEqualTo(CheckStatus.PASS);
    assertThat(enough.value()).endsWith("50.00 %");
    assertThat(tooLittle.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(tooLittle.limit()).startsWith("80.00 % of");
  }

  @Test
  void aLocalWarehouseIsMeasuredAsAWhole() {
    // Given
    orders.append("SELECT 1, NULL");
    CheckSpec spec = CheckSpec.of("s1", "storage_capacity", "production", quota(1));

    // When
    CheckResult result = lake.check(orders.planned("d-1"), spec);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.evidence()).contains(folder.toString());
  }

  @Test
  void withoutAQuotaCapacityIsUnknown() {
    // When
    CheckResult result = check("storage_capacity", Map.of(), Clock.systemUTC());

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
    assertThat(result.detail()).contains("{quota: 5TB}");
  }

  private CheckResult check(String name, Map<String, Object> settings, Clock clock) {
    return check(name, settings, clock, CheckContext.none());
  }

  private CheckResult check(
      String name, Map<String, Object> settings, Clock clock, CheckContext context) {
    CheckSpec spec = CheckSpec.of("s1", name, ORDERS, settings);
    return lake.runner(clock).run(List.of(spec), context).get(0);
  }

  private static Map<String, Object> quota(long bytes) {
    return Map.of("quota", Long.toString(bytes));
  }
}
