package io.stillwater.planning.formats.delta;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.lakehouse.ColumnPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "n > 0|n|true",
        "N > 0|n|true",
        "nn > 0|n|false",
        "`n` > 0|n|true",
        "`a``b` > 0|a`b|true",
        "text <> 'n'|n|false",
        "text <> \"n\"|n|false",
        "text <> 'it\\'s n' AND m > 0|n|false",
        "text <> 'it\\'s n' AND m > 0|m|true",
        "s.a > 0|s.a|true",
        "s.a > 0|s|true",
        "s.a > 0|s.b|false",
        "s > 0|s.a|true",
        "`s`.`a` > 0|s.a|true",
        "list[0].p > 0|list.element.p|true",
        "list[0].p > 0|p|false",
        "map['k'] > 0|map.value|true",
        "length(text) > 3|length|false",
        "length(text) > 3|text|true",
        "year (ts) = 2026|year|false",
        "n IN (1, 2)|n|true",
        "1e5 < n|e5|false",
        "größe > 0|größe|true",
        "CAST(tiny AS BIGINT)|tiny|true"
      })
  void aColumnThatAnExpressionNamesIsFound(String expression, String column, boolean used) {
    // When
    boolean found = SqlColumns.uses(expression, ColumnPath.parse(column));

    // Then
    assertThat(found).as(expression + " uses " + column).isEqualTo(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "`", "'", "\"", "a.", "a.`", ".", "..a", "'\\", "n('", "((("})
  void brokenExpressionsAreReadToTheirEnd(String expression) {
    // When
    boolean found = SqlColumns.uses(expression, ColumnPath.of("nowhere"));

    // Then
    assertThat(found).isFalse();
  }
}
