package io.stillwater.checks.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.fixture.TestLake;
import io.stillwater.checks.fixture.TestTable;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCountTest {
  private static final String ORDERS = "lake.sales.orders";

  @TempDir Path folder;
  private TestLake lake;
  private TestTable orders;
  private DataFile thousand;

  @BeforeEach
  void createTheLake() {
    lake = TestLake.create(folder);
    orders = lake.create(ORDERS, new Schema(NestedField.required(1, "id", Types.LongType.get())));
    thousand = orders.append(rows(1000));
  }

  @AfterEach
  void closeTheLake() {
    lake.close();
  }

  @Test
  void anUntouchedTablePasses() {
    // When
    CheckResult result = check(orders.planned("d-1"));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
    assertThat(result.value()).isEqualTo("1,000 rows");
    assertThat(result.limit()).isEqualTo("1,000 rows ± 1.00 %");
    assertThat(result.evidence()).contains("count(*)");
  }

  @Test
  void rowsOfLiveWritersAreNoBreach() {
    // Given
    CheckContext planned = orders.planned("d-1");
    orders.append(rows(500));

    // When
    CheckResult result = check(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
    assertThat(result.detail()).isEqualTo("500 rows more than before");
  }

  @Test
  void aLossIsNotHiddenByRowsOfLiveWriters() {
    // Given
    CheckContext planned = orders.planned("d-1");
    orders.append(rows(500));
    orders.table().newRewrite().deleteFile(thousand).addFile(orders.write(rows(980))).commit();

    // When
    CheckResult result = check(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail()).isEqualTo("20 rows missing, 2.00 %");
  }

  @Test
  void aLossWithinTheToleranceIsOne() {
    // Given
    CheckContext planned = orders.planned("d-1");
    orders.table().newRewrite().deleteFile(thousand).addFile(orders.write(rows(980))).commit();

    // When
    CheckResult result = check(planned, Map.of("tolerance", "2%"));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void deletedRowsThatARewriteBringsBackFail() {
    // Given
    orders.deletePositions(thousand, "SELECT i FROM range(400) AS r(i)");
    CheckContext planned = orders.planned("d-1");
    orders
        .table()
        .newRewrite()
        .validateFromSnapshot(orders.table().currentSnapshot().snapshotId())
        .deleteFile(thousand)
        .addFile(orders.write(rows(1000)))
        .commit();

    // When
    CheckResult result = check(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.limit()).startsWith("600 rows");
    assertThat(result.detail()).startsWith("400 rows more than there were");
  }

  @Test
  void moreRowsThanTheHistoryExplainsIsAWarningWhereItDoesNotLeadBack() {
    // Given
    long before = orders.table().currentSnapshot().snapshotId();
    orders.table().newDelete().deleteFile(thousand).commit();
    orders.append(rows(10));
    CheckContext planned = orders.planned("d-1");
    orders.table().manageSnapshots().rollbackTo(before).commit();

    // When
    CheckResult result = check(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.WARN);
    assertThat(result.detail()).contains("990 rows more", "history");
  }

  @Test
  void aTableThatWasEmptyWhenPlannedIsHeldAgainstWhatWritersAdded() {
    // Given
    TestTable fresh =
        lake.create(
            "lake.sales.fresh", new Schema(NestedField.required(1, "id", Types.LongType.get())));
    CheckContext planned = fresh.planned("d-1");
    fresh.append(rows(3));

    // When
    CheckResult result =
        lake.check(planned, CheckSpec.of("s1", "row_count", "lake.sales.fresh", Map.of()));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void aRenamedTableIsHeldAgainstItsEarlierSelf() {
    // Given
    CheckContext planned = orders.planned("d-1");
    orders.table().newDelete().deleteFile(thousand).commit();
    lake.rename(orders, "lake.sales.purchases");

    // When
    CheckResult result =
        lake.check(planned, CheckSpec.of("s1", "row_count", "lake.sales.purchases", Map.of()));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.limit()).startsWith("1,000 rows");
  }

  @Test
  void theTagOfTheDeploymentStandsInForAPlan() {
    // Given
    orders.tag("stillwater-d-1");
    orders.table().newDelete().deleteFile(thousand).commit();

    // When
    CheckResult result = check(new CheckContext("d-1", Map.of(), Map.of()));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.value()).isEqualTo("0 rows");
  }

  @Test
  void withoutAnEarlierStateTheCountIsUnknown() {
    // When
    CheckResult result = check(CheckContext.none());

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
    assertThat(result.retryable()).isFalse();
  }

  @Test
  void anExpiredSnapshotOfThePlanIsUnknownForGood() {
    // Given
    CheckContext planned = orders.planned("d-1");
    orders.append(rows(1));
    orders.table().expireSnapshots().expireOlderThan(System.currentTimeMillis() + 1).commit();

    // When
    CheckResult result = check(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
    assertThat(result.retryable()).isFalse();
    assertThat(result.detail()).contains("it may have expired");
  }

  private CheckResult check(CheckContext context) {
    return check(context, Map.of());
  }

  private CheckResult check(CheckContext context, Map<String, Object> settings) {
    return lake.check(context, CheckSpec.of("s1", "row_count", ORDERS, settings));
  }

  private static String rows(int count) {
    return "SELECT i FROM range(" + count + ") AS r(i)";
  }
}
