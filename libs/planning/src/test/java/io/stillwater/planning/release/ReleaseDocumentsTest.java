package io.stillwater.planning.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.EventJson;
import io.stillwater.events.release.DocumentError;
import io.stillwater.planning.document.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseDocumentsTest {
  private static final String HEAD =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: discounts, version: v2.15.0, environment: production}
      """;

  private static final String WHOLE =
      HEAD
          + """
          spec:
            tables:
              - table: lake.sales.orders
                changes:
                  - {operation: add_column, column: discount_pct, type: double, default: 0.0,
                     comment: in percent, after: amount}
                  - {operation: rename_column, old: lname, new: last_name, gracePeriod: 14d}
                  - {operation: add_partition, field: "bucket(16, id)"}
                  - {operation: set_properties, properties: {write.format.default: parquet, x: null}}
            components:
              - {component: trino, strategy: blue_green, version: "483"}
              - {component: dbt, strategy: canary, project: dbt/sales, select: [new_models],
                 keys: {fct_orders: [order_id]}}
            checks:
              pre: [schema_compatibility, {storage_capacity: {quota: 5TB, max: 80%}},
                    {backup_status: {maxAge: 24h}}, etl_status]
              post: [{row_count: {table: lake.sales.orders, tolerance: 1%}}, dbt_tests]
              quality:
                - table: lake.sales.orders
                  unique: [order_id, [region, number]]
                  range: {amount: {min: 0, exclusive: true}}
                  referential: {user_id: lake.crm.users.id}
                  freshness: {created_at: 1h}
                  volume: {column: created_at, per: day, min: 1000}
              onBreach: {pending_queries: WARN}
            analysis:
              soak: 10m
              metrics:
                - {metric: query_latency, component: trino, percentiles: [50, 99], maxIncrease: 20%}
                - {metric: data_freshness, table: lake.sales.orders, max: 15m}
            acknowledge: [SW203]
            notify: [{slack: "${SLACK_WEBHOOK}"}]
          """;

  @Test
  void theWholeGrammarIsRead() {
    // When
    Release release = valid(ReleaseDocuments.parse(WHOLE).get(0));

    // Then
    assertThat(release.tables().get(0).changes())
        .extracting(change -> change.change().operation())
        .containsExactly(
            Operation.ADD_COLUMN,
            Operation.RENAME_COLUMN,
            Operation.ADD_PARTITION,
            Operation.SET_PROPERTIES);
    assertThat(release.analysis().metrics().get(0).maxIncrease()).isEqualTo(0.2);
    assertThat(release.analysis().metrics().get(1).max()).isEqualTo(900_000.0);
    assertThat(release.notifications().get(0)).containsEntry("slack", "${SLACK_WEBHOOK}");
    assertThat(release.checks().pre()).hasSize(4);
    assertThat(release.acknowledged()).containsExactly("SW203");
  }

  @Test
  void yamlJsonAndTheDataOfAnEventAreTheSameRelease() throws Exception {
    // Given
    JsonNode tree = valid(ReleaseDocuments.parse(WHOLE).get(0)).asJson();
    String tabbed = EventJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);

    // When
    Release fromText = valid(ReleaseDocuments.parse(tabbed.replace("  ", "\t")).get(0));
    Release fromEvent = valid(ReleaseDocuments.parse(tree));

    // Then
    assertThat(fromText.tables()).isEqualTo(fromEvent.tables());
    assertThat(fromText.digest()).isEqualTo(fromEvent.digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {operation: add_column, colunm: a, type: int} | colunm | did you mean 'column'?
          {operation: add_colum, column: a, type: int} | operation | did you mean 'add_column'?
          {operation: add_column, column: a, type: integr} | type | did you mean 'integer'?
          {operation: add_column, column: a} | type | field 'type' is missing
          {operation: add_column, column: a, type: 'decimal(50,2)'} | type | precision is 1 to 38
          {operation: add_column, column: a..b, type: int} | column | empty part
          {operation: add_column, column: a, type: int, nullable: perhaps} | nullable | true or false
          {operation: drop_column, column: a, gracePeriod: P2D} | gracePeriod | 7 to 30 days
          {operation: drop_column, column: a, gracePeriod: soon} | gracePeriod | no duration
          {operation: rename_column, from: a, to: b, strategy: inplace} | strategy | did you mean 'in_place'?
          {operation: rename_column, from: a.b, to: c.d} | to | keeps the column where it is
          {operation: add_partition, field: 'buckt(4, a)'} | field | is no transform
          {operation: add_partition, field: 'bucket(0, a)'} | field | width
          {operation: upgrade_format, version: three} | version | no format version
          {operation: drop_column, column: a, acknowledge: [SW999]} | acknowledge[0] | not known
          {operation: drop_column, column: a, acknowledge: [SW101]} | acknowledge[0] | cannot be acknowledged
          """)
  void anErrorNamesThePathAndWhatToWrite(String change, String field, String message) {
    // When
    List<DocumentError> errors = errors(table(change));

    // Then
    assertThat(errors)
        .anySatisfy(
            error -> {
              assertThat(error.path()).isEqualTo("spec.tables[0].changes[0]." + field);
              assertThat(error.message()).contains(message).contains("(line 7, column ");
            });
  }

  @Test
  void everyErrorOfADocumentIsShownAtOnce() {
    // When
    List<DocumentError> errors =
        errors(
            """
            apiVersion: stillwater/v2
            kind: Relase
            metadata: {name: x, version: 1, enviroment: production}
            spec:
              checks: {pre: [schema_compatibilty, row_count]}
              analysis: {soak: 10x}
              notfy: []
            """);

    // Then
    assertThat(errors)
        .extracting(DocumentError::path)
        .contains(
            "apiVersion",
            "kind",
            "metadata.environment",
            "metadata.enviroment",
            "spec.checks.pre[0]");
  }

  @Test
  void unknownChecksAndFieldsOfTheSpecAreNamed() {
    // When
    List<DocumentError> errors =
        errors(
            HEAD
                + """
                spec:
                  checks: {pre: [schema_compatibilty, row_count], post: [{freshness: {maxAg: 1h}}]}
                  analysis: {soak: 10x}
                  notfy: []
                """);

    // Then
    assertThat(errors)
        .extracting(DocumentError::path)
        .contains(
            "spec.checks.pre[0]",
            "spec.checks.pre[1]",
            "spec.checks.post[0].freshness.maxAg",
            "spec.analysis.soak",
            "spec.notfy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {operation: drop_column, column: a} | {operation: drop_column, column: a} | the same change
          {operation: drop_column, column: a} | {operation: widen_type, column: a, to: bigint} | contradicts
          {operation: drop_column, column: a} | {operation: drop_column, column: a.b} | contradicts
          {operation: add_column, column: b, type: int} | {operation: rename_column, from: a, to: B} | existence of b
          {operation: add_column, column: b, type: int} | {operation: set_comment, column: b, comment: x} | say it all in add_column
          {operation: rename_column, from: a, to: c} | {operation: rename_column, from: b, to: c} | existence of c
          {operation: rename_column, from: a, to: c} | {operation: change_type_narrowing, column: a, to: int} | name of a
          {operation: rename_column, from: a, to: b} | {operation: rename_column, from: b, to: a} | existence of b
          {operation: rename_column, from: a, to: b} | {operation: add_column, column: a, type: int} | existence of a
          {operation: rename_column, from: a, to: b} | {operation: drop_column, column: a.x} | which renames a
          {operation: rename_column, from: a, to: b} | {operation: rename_column, from: a.x, to: y} | which renames a
          {operation: change_type_narrowing, column: a, to: string} | {operation: set_comment, column: a.x, comment: c} | which narrows a
          {operation: rename_table, to: lake.a.c} | {operation: drop_column, column: a} | release of its own
          {operation: rename_table, to: lake.a.c} | {operation: rename_column, from: a, to: b} | release of its own
          {operation: set_nullable, column: a} | {operation: set_not_null, column: a} | nullability of a
          {operation: drop_table} | {operation: set_nullable, column: a} | must be the only change
          {operation: set_sort_order, order: [a]} | {operation: set_sort_order, order: [b]} | set_sort_order
          """)
  void changesThatRepeatOrContradictEachOtherAreErrors(String one, String two, String message) {
    // When
    List<DocumentError> forth = errors(table(one, two));
    List<DocumentError> back = errors(table(two, one));

    // Then
    assertThat(forth).anySatisfy(error -> assertThat(error.message()).contains(message));
    assertThat(back).isNotEmpty();
  }

  @Test
  void aTableListedTwiceOrNothingToChangeIsAnError() {
    // When
    List<DocumentError> twice =
        errors(
            table("{operation: drop_column, column: a}")
                + """
                    - table: lake.sales.orders
                      changes: [{operation: drop_column, column: b}]
                """);
    List<DocumentError> nothing = errors(HEAD + "spec: {}\n");

    // Then
    assertThat(twice).anySatisfy(error -> assertThat(error.message()).contains("listed twice"));
    assertThat(nothing).anySatisfy(error -> assertThat(error.path()).isEqualTo("spec"));
  }

  @Test
  void oneBadDocumentOfAFileDoesNotHideTheOthers() {
    // When
    List<Parsed<Release>> parsed =
        ReleaseDocuments.parse(
            WHOLE + "---\na: 1\na: 2\n---\nkind: Release\n---\n" + WHOLE + "---\n[broken\n");

    // Then
    assertThat(parsed).extracting(Parsed::valid).containsExactly(true, false, false, true, false);
    assertThat(parsed.get(1).errors().get(0).message()).contains("given twice");
  }

  @Test
  void bombsAndDepthAndSizeAreRefusedQuickly() {
    // Given
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(5)));
    }
    String deep = "[".repeat(100_000);
    String json = "{\"a\":".repeat(50_000);
    String large = "x".repeat(6 * 1024 * 1024);

    // When / Then
    assertThat(errors(bomb.toString()).get(0).message()).contains("more than");
    assertThat(errors(deep).get(0).message()).contains("nested deeper");
    assertThat(errors(json).get(0).message()).contains("nested deeper");
    assertThat(errors(large).get(0).message()).contains("larger than 5 MB");
  }

  @Test
  void textThatIsNoDocumentIsOneError() {
    for (String text : List.of("just text", "[1, 2]", "{\"a\": }", "a: [", "\u0000", "42", "~")) {
      assertThat(errors(text)).as(text).isNotEmpty();
    }
    assertThat(ReleaseDocuments.parse("")).isEmpty();
  }

  private static String table(String... changes) {
    StringBuilder yaml = new StringBuilder(HEAD);
    yaml.append("spec:\n  tables:\n    - {table: lake.sales.orders, changes: [\n");
    for (String change : changes) {
      yaml.append("      ").append(change).append(",\n");
    }
    return yaml.append("    ]}\n").toString();
  }

  private static List<DocumentError> errors(String text) {
    return ReleaseDocuments.parse(text).stream()
        .flatMap(parsed -> parsed.errors().stream())
        .toList();
  }

  private static Release valid(Parsed<Release> parsed) {
    assertThat(parsed.errors()).isEmpty();
    return ((Parsed.Valid<Release>) parsed).value();
  }
}
