package io.stillwater.checks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.checks.comparison.ComparisonResult.Method;
import io.stillwater.checks.comparison.RowDifference.Kind;
import io.stillwater.checks.comparison.RowDifference.ValueDifference;
import io.stillwater.checks.fixture.TestLake;
import io.stillwater.checks.fixture.TestTable;
import java.nio.file.Path;
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

class TableComparisonTest {
  private static final Schema SCHEMA =
      new Schema(
          NestedField.optional(1, "id", Types.LongType.get()),
          NestedField.optional(2, "line", Types.IntegerType.get()),
          NestedField.optional(3, "amount", Types.DoubleType.get()),
          NestedField.optional(4, "note \"x\"", Types.StringType.get()));
  private static final String ROWS = "SELECT i, i % 3, i * 1.5, 'n' || i FROM range(10000) AS r(i)";

  @TempDir Path folder;
  private TestLake lake;
  private TestTable a;
  private TestTable b;

  @BeforeEach
  void createTheLake() {
    lake = TestLake.create(folder);
    a = lake.create("lake.sales.a", SCHEMA);
    b = lake.create("lake.sales.b", SCHEMA);
  }

  @AfterEach
  void closeTheLake() {
    lake.close();
  }

  @Test
  void theSameFilesNeedNoScan() {
    // Given
    DataFile file = a.append(ROWS);
    b.table().newAppend().appendFile(file).commit();

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.equal()).isTrue();
    assertThat(result.method()).isEqualTo(Method.METADATA);
    assertThat(result.queries()).isEmpty();
  }

  @Test
  void theSameFilesWithOtherDeletesAreRead() {
    // Given
    DataFile file = a.append(ROWS);
    b.table().newAppend().appendFile(file).commit();
    b.deletePositions(file, "SELECT 17");

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.onlyInA()).isEqualTo(1);
    assertThat(result.samples()).singleElement().isEqualTo(onlyIn(Kind.ONLY_IN_A, 17L));
  }

  @Test
  void theSameRowsInOtherFilesAndOrderAreEqual() {
    // Given
    a.append(ROWS);
    b.append(ROWS + " ORDER BY i DESC LIMIT 4000");
    b.append(ROWS + " LIMIT 6000");

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.equal()).isTrue();
    assertThat(result.method()).isEqualTo(Method.SCAN);
    assertThat(result.rowsA()).isEqualTo(10_000);
    assertThat(result.rowsB()).isEqualTo(10_000);
  }

  @Test
  void everyPlantedDifferenceIsFound() {
    // Given
    a.append(ROWS);
    b.append(
        "SELECT i, i % 3, CASE i WHEN 5 THEN NULL WHEN 6 THEN 'nan'::DOUBLE ELSE i * 1.5 END,"
            + " CASE i WHEN 7 THEN 'n8' WHEN 8 THEN 'n7' ELSE 'n' || i END"
            + " FROM range(10000) AS r(i) WHERE i <> 9");
    b.append("SELECT 20000, 0, 0, 'new'");

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.equal()).isFalse();
    assertThat(result.different()).isEqualTo(4);
    assertThat(result.onlyInA()).isEqualTo(1);
    assertThat(result.onlyInB()).isEqualTo(1);
    assertThat(result.samples())
        .containsExactly(
            different(5, new ValueDifference("amount", 7.5, null)),
            different(6, new ValueDifference("amount", 9.0, Double.NaN)),
            different(7, new ValueDifference("note \"x\"", "n7", "n8")),
            different(8, new ValueDifference("note \"x\"", "n8", "n7")),
            onlyIn(Kind.ONLY_IN_A, 9L),
            onlyIn(Kind.ONLY_IN_B, 20_000L));
  }

  @Test
  void notANumberEqualsItselfAndNullEqualsNull() {
    // Given
    a.append("SELECT 1, 1, 'nan'::DOUBLE, NULL UNION ALL SELECT NULL, 1, 0.0, 'x'");
    b.append("SELECT NULL, 1, -0.0::DOUBLE, 'x' UNION ALL SELECT 1, 1, 'nan'::DOUBLE, NULL");

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.equal()).isTrue();
  }

  @Test
  void aCompoundKeyTellsRowsApartThatItsPartsDoNot() {
    // Given
    a.append("SELECT 1, 1, 1, 'x' UNION ALL SELECT 1, 2, 2, 'y'");
    b.append("SELECT 1, 1, 1, 'x' UNION ALL SELECT 1, 2, 3, 'y'");

    // When
    ComparisonResult result = compare("id", "line");

    // Then
    assertThat(result.different()).isEqualTo(1);
    assertThat(result.samples().get(0).key()).isEqualTo(Map.of("id", 1L, "line", 2));
  }

  @Test
  void repeatedKeysAreCountedAndARowThatStandsTwiceIsMissed() {
    // Given
    a.append("SELECT 1, 1, 1, 'x' FROM range(2) UNION ALL SELECT 2, 1, 1, 'x'");
    b.append("SELECT 1, 1, 1, 'x' UNION ALL SELECT 2, 1, 1, 'x'");

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.repeatedKeysA()).isEqualTo(1);
    assertThat(result.repeatedKeysB()).isZero();
    assertThat(result.onlyInA()).isEqualTo(1);
  }

  @Test
  void columnsOfOneSideAreNamedAndWidenedTypesAreComparedByValue() {
    // Given
    a.append(ROWS);
    b.append(ROWS);
    b.table()
        .updateSchema()
        .updateColumn("line", Types.LongType.get())
        .addColumn("extra", Types.StringType.get())
        .commit();

    // When
    ComparisonResult result = compare("id");

    // Then
    assertThat(result.equal()).isFalse();
    assertThat(result.columnsOnlyInB()).containsExactly("extra");
    assertThat(result.differentTypes()).containsExactly("line: int and bigint");
    assertThat(result.different()).isZero();
  }

  @Test
  void samplesAreNoMoreThanAskedFor() {
    // Given
    a.append(ROWS);

    // When
    ComparisonResult result = comparison().compare(a.pinned(), b.pinned(), List.of("id"), 3);

    // Then
    assertThat(result.onlyInA()).isEqualTo(10_000);
    assertThat(result.samples()).hasSize(3);
  }

  @Test
  void aKeyThatOneTableLacksIsRefused() {
    // When / Then
    assertThatThrownBy(() -> compare("nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Key column nowhere is not in both");
  }

  private ComparisonResult compare(String... key) {
    return comparison().compare(a.pinned(), b.pinned(), List.of(key), 10);
  }

  private TableComparison comparison() {
    return new TableComparison(lake.engine());
  }

  private static RowDifference different(long id, ValueDifference value) {
    return new RowDifference(Kind.DIFFERENT, Map.of("id", id), List.of(value));
  }

  private static RowDifference onlyIn(Kind kind, long id) {
    return new RowDifference(kind, Map.of("id", id), List.of());
  }
}
