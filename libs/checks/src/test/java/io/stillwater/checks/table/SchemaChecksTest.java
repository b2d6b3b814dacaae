package io.stillwater.checks.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.checks.CheckContext;
import io.stillwater.checks.CheckResult;
import io.stillwater.checks.CheckSpec;
import io.stillwater.checks.CheckStatus;
import io.stillwater.checks.TargetColumn;
import io.stillwater.checks.fixture.TestLake;
import io.stillwater.checks.fixture.TestTable;
import io.stillwater.lakehouse.type.LakeType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaChecksTest {
  private static final String PRODUCTS = "lake.catalog.products";
  private static final Schema SCHEMA =
      new Schema(
          NestedField.required(1, "id", Types.LongType.get()),
          NestedField.optional(2, "price", Types.FloatType.get()));

  @TempDir Path folder;
  private TestLake lake;
  private TestTable products;

  @BeforeEach
  void createTheLake() {
    lake = TestLake.create(folder);
    products = lake.create(PRODUCTS, SCHEMA);
  }

  @AfterEach
  void closeTheLake() {
    lake.close();
  }

  @Test
  void aTableAsPlannedIsCompatibleThoughWritersWentOn() {
    // Given
    CheckContext planned = products.planned("d-1", columns("bigint", "double"));
    products.append("SELECT 1, 2.5");

    // When
    CheckResult result = compatibility(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
    assertThat(result.evidence()).contains(products.table().uuid().toString());
  }

  @Test
  void aForeignChangeOfTheColumnsIsNamed() {
    // Given
    CheckContext planned = products.planned("d-1");
    products
        .table()
        .updateSchema()
        .renameColumn("price", "cost")
        .addColumn("size", Types.StringType.get())
        .commit();

    // When
    CheckResult result = compatibility(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail())
        .contains("column price was renamed to cost", "column size was added");
  }

  @Test
  void aForeignCommentIsNoChange() {
    // Given
    CheckContext planned = products.planned("d-1");
    products.table().updateSchema().updateColumnDoc("price", "in euro").commit();

    // When
    CheckResult result = compatibility(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void aTableOfTheSameNameIsNotTheSameTable() {
    // Given
    CheckContext planned = products.planned("d-1");
    lake.drop(products);
    lake.create(PRODUCTS, SCHEMA);

    // When
    CheckResult result = compatibility(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail()).contains("replaced by another table");
  }

  @Test
  void aTypeThatCannotBeReachedFails() {
    // When
    CheckResult result = compatibility(products.planned("d-1", columns("bigint", "array<date>")));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail()).contains("price is float and cannot become array<date>");
  }

  @Test
  void aStructTakesOneMoreFieldAWiderOneAndAnotherOrder() {
    // Given
    products
        .table()
        .updateSchema()
        .addColumn(
            "size",
            Types.StructType.of(
                NestedField.optional(10, "unit", Types.StringType.get()),
                NestedField.optional(11, "width", Types.IntegerType.get())))
        .commit();
    CheckContext planned =
        products.planned(
            "d-1",
            List.of(
                new TargetColumn(
                    "size",
                    LakeType.parse("struct<width: bigint, unit: string, depth: int>"),
                    true)));

    // When
    CheckResult result = compatibility(planned);

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void withoutAPlanCompatibilityIsUnknown() {
    // When
    CheckResult result = compatibility(CheckContext.none());

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
  }

  @Test
  void theColumnsOfThePlanPass() {
    // Given
    products.table().updateSchema().updateColumn("price", Types.DoubleType.get()).commit();

    // When
    CheckResult result = schema(products.planned("d-1", columns("bigint", "double")));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
    assertThat(result.evidence()).isEqualTo("Iceberg schema 1 of " + PRODUCTS);
  }

  @Test
  void everyDifferenceFromThePlanIsNamed() {
    // Given
    products.table().updateSchema().addColumn("size", Types.StringType.get()).commit();
    List<TargetColumn> target =
        List.of(
            new TargetColumn("id", LakeType.parse("bigint"), true),
            new TargetColumn("price", LakeType.parse("double"), true),
            new TargetColumn("colour", LakeType.parse("string"), true));

    // When
    CheckResult result = schema(products.planned("d-1", target));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.FAIL);
    assertThat(result.detail())
        .contains("id is not null", "price is float, not double", "colour is missing")
        .contains("size is not in the plan");
  }

  @Test
  void anotherOrderOfTheColumnsIsAWarning() {
    // Given
    products.table().updateSchema().moveFirst("price").commit();

    // When
    CheckResult result = schema(products.planned("d-1", columns("bigint", "float")));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.WARN);
  }

  @Test
  void theColumnsMayStandInTheSettings() {
    // Given
    Map<String, Object> id = Map.of("name", "id", "type", "bigint", "nullable", false);
    Map<String, Object> price = Map.of("name", "price", "type", "real");

    // When
    CheckResult result =
        lake.check(
            CheckContext.none(),
            CheckSpec.of("s1", "schema", PRODUCTS, Map.of("columns", List.of(id, price))));

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.PASS);
  }

  @Test
  void withoutColumnsToHoldItAgainstTheSchemaIsUnknown() {
    // When
    CheckResult result = schema(CheckContext.none());

    // Then
    assertThat(result.status()).isEqualTo(CheckStatus.UNKNOWN);
  }

  private CheckResult compatibility(CheckContext context) {
    return lake.check(context, CheckSpec.of("s1", "schema_compatibility", PRODUCTS, Map.of()));
  }

  private CheckResult schema(CheckContext context) {
    return lake.check(context, CheckSpec.of("s1", "schema", PRODUCTS, Map.of()));
  }

  private static List<TargetColumn> columns(String id, String price) {
    return List.of(
        new TargetColumn("id", LakeType.parse(id), false),
        new TargetColumn("price", LakeType.parse(price), true));
  }
}
