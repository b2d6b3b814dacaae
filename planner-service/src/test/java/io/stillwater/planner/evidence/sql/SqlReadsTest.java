package io.stillwater.planner.evidence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.sql.SqlReads.TableRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReadsTest {
  private static final TableName T = TableName.of("lake", "s", "t");
  private static final TableName U = TableName.of("lake", "s", "u");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT a, b AS c FROM t WHERE d > 1 | a b d",
        "SELECT \"A\", `b` FROM \"lake\".\"S\".\"T\" | a b",
        "SELECT x.a FROM t AS x | a",
        "SELECT extract(year FROM ts), trim(BOTH ' ' FROM name) FROM t | ts name",
        "SELECT 'fname' /* fname */ FROM t -- fname | ",
        "SELECT count(*) FROM t | ",
        "SELECT address.city FROM t | address city",
        "SELECT a FROM (t JOIN u ON t.id = u.id) | a id",
        "SELECT a FROM t, LATERAL (SELECT b FROM u WHERE u.id = t.id) | a id",
        "SELECT a FROM t CROSS JOIN UNNEST(t.tags) AS x (tag) | a tags",
        "WITH c AS (SELECT a FROM t) SELECT * FROM c | a",
        "WITH c AS (SELECT * FROM t) SELECT c.fname FROM c | fname",
        "SELECT a FROM t UNION ALL SELECT b FROM u | a",
        "SELECT a FROM t WHERE id IN (SELECT id FROM u) | a id",
        "WITH c AS (SELECT * FROM t) SELECT fname FROM (SELECT * FROM c) | fname",
      })
  void namesOfColumnsAreThoseThatAreUsed(String sql, String columns) {
    // When
    TableRead read = reads(sql).get(T);

    // Then
    List<String> wanted = columns == null ? List.of() : List.of(columns.split(" "));
    assertThat(read.columns()).containsAll(wanted);
    assertThat(read.columns()).doesNotContain("fname_", "c.fname");
    if (wanted.isEmpty()) {
      assertThat(read.columns()).doesNotContain("fname");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM t",
        "SELECT DISTINCT * FROM lake.s.t",
        "SELECT 1, * FROM t",
        "SELECT x.* FROM t x",
        "SELECT t.*, u.id FROM t JOIN u USING (id)",
        "SELECT * FROM (SELECT * FROM t)",
        "WITH c AS (SELECT * FROM t), d AS (SELECT * FROM c) SELECT * FROM d",
        "SELECT a FROM u UNION ALL SELECT * FROM t",
        "WITH c (x) AS (SELECT * FROM t) SELECT * FROM c",
        "SELECT * FROM u, t",
      })
  void aStarThatReachesTheResultIsSeen(String sql) {
    assertThat(reads(sql).get(T).everyColumn()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*), a * 2 FROM t",
        "WITH c AS (SELECT * FROM t) SELECT a FROM c",
        "WITH c AS (SELECT a FROM t) SELECT * FROM c",
        "SELECT u.* FROM t JOIN u ON t.id = u.id",
        "SELECT a FROM t WHERE EXISTS (SELECT * FROM u)",
        "SELECT sum(a * b) OVER (PARTITION BY c) FROM t",
      })
  void aStarThatDoesNotReachTheResultIsNone(String sql) {
    assertThat(reads(sql).get(T).everyColumn()).isFalse();
  }

  @Test
  void aQualifiedNameBelongsToItsTableAlone() {
    // When
    Map<TableName, TableRead> reads = reads("SELECT x.a, y.b FROM t x JOIN u y ON x.id = y.ref");

    // Then
    assertThat(reads.get(T).columns()).contains("a", "id").doesNotContain("b", "ref");
    assertThat(reads.get(U).columns()).contains("b", "ref").doesNotContain("a", "id");
  }

  @Test
  void aNamedQueryHidesTheTableOfItsName() {
    assertThat(reads("WITH t AS (SELECT a FROM u) SELECT * FROM t")).containsOnlyKeys(U);
  }

  @Test
  void aRecursiveQueryEnds() {
    assertThat(
            reads("WITH RECURSIVE c AS (SELECT * FROM t UNION ALL SELECT * FROM c) SELECT * FROM c")
                .get(T)
                .everyColumn())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(((((",
        ")))))",
        "SELECT",
        "FROM FROM",
        "SELECT * FROM",
        "'",
        "\"",
        "/*",
        "WITH AS (",
        "SELECT a. FROM t",
        ", , ,",
        "AS (SELECT",
        "* . *",
        "SELECT \u0000 FROM t"
      })
  void whatIsNoQueryIsReadWithoutFailing(String text) {
    assertThat(reads(text)).isNotNull();
  }

  @Test
  void anyMixtureOfTokensIsReadWithoutFailing() {
    // Given
    List<String> tokens =
        List.of(
            "SELECT",
            "FROM",
            "(",
            ")",
            ",",
            "*",
            ".",
            "WITH",
            "AS",
            "t",
            "u",
            "JOIN",
            "ON",
            "UNION",
            "'x'",
            "\"q\"",
            "LATERAL",
            "WHERE",
            "MATERIALIZED",
            "NOT",
            "=");
    Random random = new Random(7);
    for (int n = 0; n < 5_000; n++) {
      List<String> text = new ArrayList<>();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.add(tokens.get(random.nextInt(tokens.size())));
      }

      // When, Then
      assertThat(reads(String.join(" ", text))).isNotNull();
    }
  }

  @Test
  void deepNestingIsReadAndATextTooLongIsRefused() {
    // Given
    String deep = "SELECT * FROM (".repeat(500) + "SELECT a FROM t" + ")".repeat(500);

    // When, Then
    assertThat(reads(deep).get(T).columns()).containsExactly("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reads("x".repeat(SqlReads.MAX_LENGTH + 1)));
  }

  private static Map<TableName, TableRead> reads(String sql) {
    return SqlReads.of(
        sql, parts -> Optional.of(TableName.of("lake", "s", parts.get(parts.size() - 1))));
  }
}
