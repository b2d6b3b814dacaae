package io.stillwater.lakehouse.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.lakehouse.Dialect;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.engine.SqlSession;
import io.stillwater.lakehouse.iceberg.IcebergTypes;
import io.stillwater.lakehouse.table.TableFormat;
import java.util.List;
import org.apache.iceberg.types.TypeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeLatticeTest {
  private static final List<String> PRIMITIVES =
      List.of(
          "boolean",
          "int",
          "bigint",
          "float",
          "double",
          "string",
          "binary",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "uuid",
          "decimal(9,2)",
          "decimal(12,2)",
          "decimal(12,3)",
          "fixed(4)");

  @Test
  void promotionsAreThoseOfIcebergsOwnLibrary() {
    for (String from : PRIMITIVES) {
      for (String to : PRIMITIVES) {
        // When
        boolean allowed =
            TypeLattice.promotion(TableFormat.ICEBERG, 2, LakeType.parse(from), LakeType.parse(to))
                .allowed();

        // Then
        boolean library =
            TypeUtil.isPromotionAllowed(
                IcebergTypes.toIceberg(LakeType.parse(from)),
                IcebergTypes.toIceberg(LakeType.parse(to)).asPrimitiveType());
        assertThat(allowed).as(from + " to " + to).isEqualTo(library);
      }
    }
  }

  @Test
  void aRefusalSaysWhy() {
    assertThat(reason(2, "date", "timestamp")).contains("from format version 3 on only");
    assertThat(reason(3, "date", "timestamp")).contains("would skip matching files");
    assertThat(reason(2, "decimal(9,2)", "decimal(12,3)")).contains("keeps a decimal's scale");
    assertThat(reason(2, "struct<a: int>", "struct<a: bigint>")).contains("field by field");
    assertThat(reason(2, "double", "float")).contains("does not promote double to float");
  }

  @Test
  void typesOfVersionThreeAreRefusedBefore() {
    assertThat(storable(2, "array<timestamp_ns>")).isFalse();
    assertThat(storable(3, "array<timestamp_ns>")).isTrue();
    assertThat(storable(2, "variant")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "bigint | int | 7 | true",
        "bigint | int | 3000000000 | false",
        "double | float | 0.5 | true",
        "double | float | 0.1 | false",
        "double | float | 'NaN' | true",
        "double | int | 1.5 | false",
        "double | int | 2 | true",
        "double | int | 1e300 | false",
        "double | int | 'Infinity' | false",
        "decimal(9,2) | decimal(5,1) | 12.30 | true",
        "decimal(9,2) | decimal(5,1) | 12.34 | false",
        "string | int | '12' | true",
        "string | int | '012' | false",
        "string | int | 'x' | false",
        "string | varchar(3) | 'abc' | true",
        "string | varchar(3) | 'abcd' | false",
        "bigint | varchar(3) | 123 | true",
        "bigint | varchar(3) | 1234 | false",
        "timestamp | date | '2024-01-01 00:00:00' | true",
        "timestamp | date | '2024-01-01 00:00:01' | false",
        "bigint | int | NULL | true",
        "binary | string | NULL | true"
      })
  void fitsIsTrueForValuesThatSurviveAndNeverNull(
      String from, String to, String value, boolean expected) {
    // Given
    LakeType type = LakeType.parse(from);
    String condition = TypeLattice.fits("v", type, LakeType.parse(to), Dialect.DUCKDB);

    // When
    try (SqlSession session = new EmbeddedEngine(EngineSettings.defaults()).open()) {
      Object fits =
          session
              .query(
                  "SELECT %s FROM (SELECT CAST(%s AS %s) AS v)"
                      .formatted(condition, value, type.render(Dialect.DUCKDB)))
              .rows()
              .get(0)
              .get(0);

      // Then
      assertThat(fits).isEqualTo(expected);
    }
  }

  private static String reason(int version, String from, String to) {
    Promotion promotion =
        TypeLattice.promotion(
            TableFormat.ICEBERG, version, LakeType.parse(from), LakeType.parse(to));
    assertThat(promotion.allowed()).isFalse();
    return promotion.reason();
  }

  private static boolean storable(int version, String type) {
    return TypeLattice.storable(TableFormat.ICEBERG, version, LakeType.parse(type)).allowed();
  }
}
