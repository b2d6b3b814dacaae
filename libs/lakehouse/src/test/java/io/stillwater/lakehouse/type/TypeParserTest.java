package io.stillwater.lakehouse.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean",
        "tinyint",
        "smallint",
        "int",
        "bigint",
        "float",
        "double",
        "decimal(9,2)",
        "string",
        "varchar(10)",
        "binary",
        "date",
        "time",
        "timestamp",
        "timestamptz",
        "timestamp_ns",
        "timestamptz_ns",
        "uuid",
        "fixed(16)",
        "variant",
        "struct<a: int, b: string>",
        "array<decimal(38,0)>",
        "map<string, array<int>>",
        "struct<\"odd \"\"name\"\"\": int not null, ü: struct<x: date>>"
      })
  void theContractsSpellingIsReadBackToTheLetter(String text) {
    assertThat(LakeType.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | int",
        "Real | float",
        "long | bigint",
        "varchar | string",
        "text | string",
        "DOUBLE PRECISION | double",
        "decimal | decimal(10,0)",
        "numeric(5) | decimal(5,0)",
        "varbinary | binary",
        "timestamp(6) with time zone | timestamptz",
        "timestamp(3) | timestamp",
        "timestamp(9) | timestamp_ns",
        "time(6) | time",
        "timestamp_ntz | timestamp",
        "list<int> | array<int>",
        "array(varchar) | array<string>",
        "row(a integer, b varchar) | struct<a: int, b: string>",
        "map(varchar, row(\"x y\" real)) | map<string, struct<\"x y\": float>>",
        "struct<`k``1`:int> | struct<\"k`1\": int>"
      })
  void enginesSpellingsAreSynonyms(String text, String contract) {
    assertThat(LakeType.parse(text).text()).isEqualTo(contract);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "strin",
        "decimal(39,0)",
        "decimal(5,6)",
        "decimal(a)",
        "struct<>",
        "array<int",
        "map<int>",
        "int int",
        "varchar(0)",
        "time with time zone",
        "struct<\"a: int>",
        "fixed"
      })
  void whatIsNoTypeIsSaidWithItsText(String text) {
    assertThatThrownBy(() -> LakeType.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void depthIsLimited() {
    assertThatThrownBy(() -> LakeType.parse("array<".repeat(10_000) + "int" + ">".repeat(10_000)))
        .hasMessageContaining("nested deeper");
  }

  @Test
  void eachEngineHasItsOwnWords() {
    // Given
    LakeType type = LakeType.parse("struct<a: array<float>, \"b c\": map<string, timestamptz>>");

    // When / Then
    assertThat(type.render(Dialect.TRINO))
        .isEqualTo("row(\"a\" array(real), \"b c\" map(varchar, timestamp(6) with time zone))");
    assertThat(type.render(Dialect.SPARK))
        .isEqualTo("struct<`a`: array<float>, `b c`: map<string, timestamp>>");
    assertThat(type.render(Dialect.DUCKDB))
        .isEqualTo("struct(\"a\" float[], \"b c\" map(varchar, timestamptz))");
  }
}
