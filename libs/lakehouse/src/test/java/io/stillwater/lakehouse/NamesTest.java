package io.stillwater.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @Test
  void eachEngineGetsItsOwnQuotes() {
    // Given
    TableName table = TableName.of("lake", "a`b", "x\"y");

    // When / Then
    assertThat(table.render(Dialect.SPARK)).isEqualTo("`lake`.`a``b`.`x\"y`");
    assertThat(table.render(Dialect.TRINO)).isEqualTo("\"lake\".\"a`b\".\"x\"\"y\"");
  }

  @Test
  void textIsEscapedAsTheEngineReadsIt() {
    // Given
    String text = "it's a \\ \"test\"";

    // When / Then
    assertThat(Identifiers.literal(text, Dialect.SPARK)).isEqualTo("'it\\'s a \\\\ \"test\"'");
    assertThat(Identifiers.literal(text, Dialect.TRINO)).isEqualTo("'it''s a \\ \"test\"'");
    assertThat(Identifiers.literal(text, Dialect.DUCKDB)).isEqualTo("'it''s a \\ \"test\"'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a.b",
        "a\"b",
        " ",
        "ü €",
        "x'; DROP TABLE t; --",
        "select",
        "\"",
        ".",
        "a`b"
      })
  void whatIsWrittenIsReadBack(String part) {
    assertThat(ColumnPath.parse(ColumnPath.of(part, "leaf").toString()).parts())
        .containsExactly(part, "leaf");
    assertThat(TableName.parse(TableName.of("lake", part, part).toString()))
        .isEqualTo(TableName.of("lake", part, part));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a.b", "a..b.c", "a.\"b.c", "a.\"b\"c.d", ".a.b.c", "a.b.c."})
  void aMalformedTableNameSaysHowToWriteIt(String text) {
    assertThatThrownBy(() -> TableName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void namespacesMayHaveSeveralLevels() {
    assertThat(TableName.parse("lake.a.b.t").namespace()).isEqualTo(List.of("a", "b"));
  }

  @Test
  void aPathKnowsItsParentAndSiblings() {
    // Given
    ColumnPath path = ColumnPath.parse("a.\"b.c\".d");

    // When / Then
    assertThat(path.leaf()).isEqualTo("d");
    assertThat(path.sibling("e").toString()).isEqualTo("a.\"b.c\".e");
    assertThat(path.render(Dialect.TRINO)).isEqualTo("\"a\".\"b.c\".\"d\"");
  }
}
