package io.stillwater.planning.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stillwater.events.DocumentSchemas;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventSchemas.UnknownFields;
import io.stillwater.planning.environment.EnvironmentDocuments;
import io.stillwater.planning.gates.CheckName;
import io.stillwater.planning.json.JsonValues;
import io.stillwater.planning.release.Operation;
import io.stillwater.planning.release.ReleaseDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor and the reader say the same of a document. */
class DocumentSchemasTest {
  private static final Path EXAMPLES = Path.of("../../deploy/examples");

  private static final String CHANGE =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: discounts, version: v1, environment: production}
      spec: {tables: [{table: lake.sales.orders, changes: [%s]}]}
      """;

  private static final String SPEC =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: discounts, version: v1, environment: production}
      spec:
        tables: [{table: lake.sales.orders, changes: [{operation: drop_table}]}]
        %s
      """;

  private static final String ENVIRONMENT =
      """
      apiVersion: stillwater/v1
      kind: Environment
      metadata: {name: production}
      spec: {%s}
      """;

  @Test
  void everyExampleIsValidAndNamesItsSchema() throws IOException {
    // Given
    List<Path> examples;
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      examples = files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }

    // Then
    assertThat(examples).isNotEmpty();
    for (Path example : examples) {
      String text = Files.readString(example);
      String reference = text.lines().findFirst().orElse("").replaceAll(".*\\$schema=", "");
      Path schema = EXAMPLES.resolve(reference);
      assertThat(schema).as("%s starts with its schema", example).isRegularFile();
      assertThat(violations(schema.getFileName().toString(), text)).as("%s", example).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          add_column            | column type nullable default comment first after
          widen_type            | column to from
          add_partition         | field
          drop_column           | column gracePeriod
          rename_column         | from to old new gracePeriod strategy
          change_type_narrowing | column to from onInvalid gracePeriod
          drop_partition        | field
          replace_partition     | from to
          set_nullable          | column
          set_not_null          | column
          set_default           | column default
          drop_default          | column
          set_comment           | column comment
          move_column           | column first after
          set_sort_order        | order
          set_properties        | properties
          upgrade_format        | version
          create_table          | columns partitioning
          rename_table          | to
          drop_table            | gracePeriod
          """)
  void everyOperationOfTheContractIsThereWithItsFields(String operation, String fields) {
    // Given
    List<String> expected = new ArrayList<>(List.of(fields.split(" ")));
    expected.addAll(List.of("operation", "acknowledge"));

    // When
    JsonNode schema = DocumentSchemas.RELEASE.whole().at("/$defs/" + operation);

    // Then
    assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
    assertThat(schema.path("description").asText()).isNotBlank();
  }

  @Test
  void operationsAndChecksAreThoseThatTheReaderKnows() {
    // When
    ObjectNode schema = DocumentSchemas.RELEASE.whole();

    // Then
    assertThat(texts(schema.at("/$defs/change/properties/operation/enum")))
        .containsExactlyElementsOf(Arrays.stream(Operation.values()).map(Operation::text).toList());
    List<String> checks = new ArrayList<>(texts(schema.at("/$defs/preCheck/anyOf/0/enum")));
    checks.addAll(texts(schema.at("/$defs/postCheck/anyOf/0/enum")));
    assertThat(checks.stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CheckName.values()).map(CheckName::text).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELEASE", "ENVIRONMENT"})
  void aPrintedSchemaNeedsNoOtherFileAndDescribesWhatItAsksFor(DocumentSchemas document) {
    // When
    ObjectNode schema = document.whole();

    // Then
    assertThat(schema.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> {
              assertThat(ref).startsWith("#/$defs/");
              assertThat(schema.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
            });
    schema
        .path("$defs")
        .properties()
        .forEach(
            one ->
                assertThat(one.getValue().path("description").asText())
                    .as(one.getKey())
                    .isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{operation: add_column, column: a, type: int}",
        "{operation: add_column, column: a.b, type: 'Decimal(10, 2)', nullable: false, default: 1.5, comment: x, after: b}",
        "{operation: add_column, column: '\"a.b\".c', type: 'struct<a: int, b: array<string>>', first: true}",
        "{operation: add_column, column: a, type: double precision, comment: null, first: false, after: b}",
        "{operation: add_column, column: 7, type: int}",
        "{operation: widen_type, column: a, to: BIGINT, from: integer}",
        "{operation: add_partition, field: 'bucket(16, id)'}",
        "{operation: add_partition, field: region}",
        "{operation: add_partition, field: '\"odd(name\"'}",
        "{operation: drop_partition, field: 'Days(ts)'}",
        "{operation: drop_column, column: a, gracePeriod: P14D}",
        "{operation: drop_column, column: a, gracePeriod: 2w}",
        "{operation: drop_column, column: a, acknowledge: [SW203, SW312]}",
        "{operation: rename_column, from: a, to: b}",
        "{operation: rename_column, old: a, new: b, strategy: view}",
        "{operation: rename_column, old: a, to: b}",
        "{operation: change_type_narrowing, column: a, to: int, onInvalid: set_null}",
        "{operation: replace_partition, from: day(ts), to: hour(ts)}",
        "{operation: set_default, column: a, default: false}",
        "{operation: set_comment, column: a, comment: ''}",
        "{operation: move_column, column: a, after: b}",
        "{operation: set_sort_order, order: []}",
        "{operation: set_sort_order, order: ['ts DESC NULLS LAST']}",
        "{operation: set_properties, properties: {a: 1, b: null, c: true}}",
        "{operation: upgrade_format, version: v3}",
        "{operation: upgrade_format, version: 3}",
        "{operation: create_table, columns: [{name: a, type: int, nullable: false, default: 1, comment: x}], partitioning: [a]}",
        "{operation: rename_table, to: lake.sales.b}",
        "{operation: drop_table}",
        "{operation: drop_table, gracePeriod: null}",
      })
  void bothTakeAGoodChange(String change) {
    assertAgreed(DocumentSchemas.RELEASE, CHANGE.formatted(change), true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{operation: add_colum, column: a, type: int}",
        "{operation: add_column, column: a}",
        "{operation: add_column, column: a, type: null}",
        "{operation: add_column, column: a, type: integr}",
        "{operation: add_column, column: a, type: int, nulable: true}",
        "{operation: add_column, column: a, type: int, nullable: 'yes'}",
        "{operation: add_column, column: a, type: int, default: [1]}",
        "{operation: add_column, column: a, type: int, first: true, after: b}",
        "{operation: add_column, column: a..b, type: int}",
        "{operation: add_column, column: '', type: int}",
        "{operation: add_column, column: '\"a', type: int}",
        "{operation: widen_type, column: a, from: int}",
        "{operation: add_partition, field: 'buckt(16, id)'}",
        "{operation: add_partition, field: 'bucket(id)'}",
        "{operation: add_partition, field: 'bucket(0, id)'}",
        "{operation: add_partition, field: 'day(ts'}",
        "{operation: drop_column, column: a, gracePeriod: a while}",
        "{operation: drop_column, column: a, gracePeriod: 14}",
        "{operation: drop_column, column: a, gracePeriod: P14Y}",
        "{operation: drop_column, column: a, acknowledge: [SW101]}",
        "{operation: drop_column, column: a, acknowledge: [SW999]}",
        "{operation: drop_column, column: a, acknowledge: SW203}",
        "{operation: rename_column, from: a}",
        "{operation: rename_column, from: a, old: a, to: b}",
        "{operation: rename_column, from: a, to: b, strategy: inplace}",
        "{operation: change_type_narrowing, column: a, to: int, onInvalid: ignore}",
        "{operation: set_default, column: a}",
        "{operation: set_default, column: a, default: null}",
        "{operation: set_comment, column: a}",
        "{operation: move_column, column: a}",
        "{operation: move_column, column: a, first: false}",
        "{operation: set_sort_order}",
        "{operation: set_sort_order, order: ts}",
        "{operation: set_properties, properties: {}}",
        "{operation: set_properties, properties: {a: [1]}}",
        "{operation: upgrade_format, version: three}",
        "{operation: create_table, columns: []}",
        "{operation: create_table, columns: [{name: a}]}",
        "{operation: rename_table, to: b}",
        "{operation: drop_table, column: a}",
        "drop_table",
      })
  void bothRefuseABadChange(String change) {
    assertAgreed(DocumentSchemas.RELEASE, CHANGE.formatted(change), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          components: [{component: trino, strategy: blue_green, version: 483}];             true
          components: [{component: a, strategy: rolling, maxSurge: 2, maxUnavailable: 25%}]; true
          components: [{component: pipeline, strategy: checkpoint, dag: x}];                true
          components: [{component: a, strategy: canary, target: {a: b}, timeout: 5m}];      true
          components: [{component: pipeline, strategy: canary}];                            false
          components: [{component: a, strategy: rolling, maxSurge: some}];                  false
          components: [{component: a, strategy: rolling, replicas: 3}];                     false
          components: [{component: a}];                                                     false
          checks: {pre: [etl_status], post: [{freshness: {table: a.b.c, column: d}}]};      true
          checks: {pre: [{storage_capacity: null}]};                                        true
          checks: {pre: null};                                                              true
          checks: {pre: [schema]};                                                          false
          checks: {post: [{freshness: {maxAg: 1h}}]};                                       false
          checks: {post: [{schema: {}, row_count: {}}]};                                    false
          checks: {pre: [{storage_capacity: {quota: lots}}]};                               false
          checks: {onBreach: {row_count: WARN, not_null: FAIL}};                            true
          checks: {onBreach: {row_count: warn}};                                            false
          checks: {onBreach: {nothing: WARN}};                                              false
          checks: {thresholds: {row_count: {tolerance: 1%}}};                               true
          checks: {thresholds: {rows: {tolerance: 1%}}};                                    false
          checks: {quality: [{table: a.b.c, unique: [a, [b, c]]}]};                         true
          checks: {quality: [{table: a.b.c}]};                                              false
          checks: {quality: [{table: a.b.c, range: {a: {exclusive: true}}}]};               false
          checks: {quality: [{table: a.b.c, referential: {a: b.c.d}}]};                     false
          checks: {quality: [{table: a.b.c, volume: {per: year, min: 1}}]};                 false
          analysis: {soak: 10m, metrics: [{metric: m, max: 5}], onBreach: pause};           true
          analysis: {metrics: [{metric: m, max: 15m}, {metric: m, max: 1%}]};               true
          analysis: {metrics: [{metric: m}]};                                               false
          analysis: {metrics: [{metric: m, max: a lot}]};                                   false
          analysis: {metrics: [{metric: m, max: 1, percentiles: [101]}]};                   false
          analysis: {onInconclusive: rollback};                                             false
          notify: [{slack: "x", email: "y"}];                                               true
          notify: [{pager: "x"}];                                                           false
          acknowledge: [SW204];                                                             true
          acknowledge: [all];                                                               false
          nothing: 1;                                                                       false
          """)
  void bothSayTheSameOfTheRestOfARelease(String part, boolean valid) {
    assertAgreed(DocumentSchemas.RELEASE, SPEC.formatted(part), valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          catalogs: {lake: {type: rest, uri: u, user: a, password: b, warehouse: w, properties: {a: 1}}}; true
          catalogs: {lake: {uri: u}};                                                       false
          catalogs: {lake: {type: resst}};                                                  false
          catalogs: {lake: {type: rest, url: u}};                                           false
          engines: [{name: trino, url: u, version: 476, libraries: {iceberg: 1.10}}];       true
          engines: [{url: u}];                                                              false
          components: {trino: {anything: [1]}};                                             true
          components: {trino: x};                                                           false
          policy: {approval: {LOW: none, HIGH: required}, rollbackWindow: 3d};              true
          policy: {approval: {low: none}};                                                  false
          policy: {approval: {LOW: never}};                                                 false
          policy: {gracePeriod: {default: P10D, min: P8D, max: P20D}};                      true
          policy: {gracePeriod: {usual: P10D}};                                             false
          policy: {deny: [{cron: "0 18 * * FRI", for: 60h, reason: r}]};                    true
          policy: {deny: [{cron: "0 18 * * FRI"}]};                                         false
          policy: {allow: [{cron: "0 8 * * MON", for: 8h}], batch: [{cron: "0 1 * * *", for: 3h}]}; true
          policy: {batch: [{for: 3h}]};                                                     false
          policy: {approvers: {HIGH: [ann, bob]}};                                          true
          policy: {approvers: {HIGH: ann}};                                                 false
          policy: {approvers: {WHO: [ann]}};                                                false
          policy: null;                                                                     true
          checks: {pre: [schema_compatibility]}, analysis: {soak: 10m};                     true
          notify: [{anything: 1}];                                                          true
          windows: [];                                                                      false
          """)
  void bothSayTheSameOfAnEnvironment(String part, boolean valid) {
    assertAgreed(DocumentSchemas.ENVIRONMENT, ENVIRONMENT.formatted(part), valid);
  }

  /** What a schema cannot say: the reader refuses, the schema does not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          inside of a type;              {operation: add_column, column: a, type: 'array<intt>'}
          range of numbers in a type;    {operation: add_column, column: a, type: 'decimal(50, 2)'}
          bounds of a grace period;      {operation: drop_column, column: a, gracePeriod: P2D}
          a whole number written 3.0;    {operation: upgrade_format, version: 3.0}
          two fields of one value;       {operation: replace_partition, from: a, to: a}
          a name that stays as it is;    {operation: rename_column, from: a, to: a}
          a name in another struct;      {operation: rename_column, from: a.b, to: c.d}
          columns of the same name;      {operation: create_table, columns: [{name: a, type: int}, {name: A, type: int}]}
          changes that contradict;       {operation: drop_column, column: a}, {operation: set_nullable, column: a}
          """)
  void theReaderAloneRefuses(String what, String changes) {
    String text = CHANGE.formatted(changes);

    assertThat(violations(DocumentSchemas.RELEASE.file(), text)).as(what).isEmpty();
    assertThat(read(DocumentSchemas.RELEASE, text)).as(what).isFalse();
  }

  private static void assertAgreed(DocumentSchemas document, String text, boolean valid) {
    assertThat(read(document, text)).as("the reader takes %s", text).isEqualTo(valid);
    List<String> violations = violations(document.file(), text);
    assertThat(violations.isEmpty())
        .as("the schema takes %s: %s", text, violations)
        .isEqualTo(valid);
  }

  private static boolean read(DocumentSchemas document, String text) {
    Parsed<DocumentNode> node = Documents.read(text, DocumentLimits.WRITTEN).get(0);
    return document == DocumentSchemas.RELEASE
        ? node.then(ReleaseDocuments::read).valid()
        : node.then(EnvironmentDocuments::read).valid();
  }

  private static List<String> violations(String schema, String text) {
    Parsed<DocumentNode> node = Documents.read(text, DocumentLimits.WRITTEN).get(0);
    assertThat(node.errors()).as(text).isEmpty();
    Object value = ((Parsed.Valid<DocumentNode>) node).value().value();
    return EventSchemas.validate(schema, JsonValues.of(value), UnknownFields.REFUSED);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
