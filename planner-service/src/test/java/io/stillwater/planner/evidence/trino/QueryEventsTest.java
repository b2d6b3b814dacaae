package io.stillwater.planner.evidence.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.planner.evidence.Batches;
import io.stillwater.planner.evidence.FixedEvidenceConfig;
import io.stillwater.planner.evidence.Intake;
import io.stillwater.planner.evidence.Intake.Ignored;
import io.stillwater.planner.evidence.MalformedEvidenceException;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryEventsTest {
  private static final Instant NOW = Batches.NOW;

  /** As Trino 483 sends it for {@code SELECT a, count(*) FROM v3 WHERE b = 'x'}. */
  private static final String THROUGH_A_VIEW =
      """
      {"eventMetadata":{},"eventPayload":{
       "createTime":"2026-06-29T10:00:00.123Z","endTime":"2026-06-29T10:00:01.456Z",
       "context":{"user":"user","principal":"user","source":"dash-42","clientTags":[],
         "environment":"production","queryType":"SELECT"},
       "metadata":{"queryState":"FINISHED","tables":[
        {"catalog":"memory","schema":"default","table":"t",
         "columns":[{"column":"a"},{"column":"b"},{"column":"c"}],"directlyReferenced":false,
         "referenceChain":[{"@type":"view","catalogName":"memory","schemaName":"default",
           "viewName":"v3"}]},
        {"catalog":"memory","schema":"default","table":"v3",
         "columns":[{"column":"a"},{"column":"b"}],"directlyReferenced":true,
         "viewText":"%s","referenceChain":[]}]},
       "ioMetadata":{"inputs":[{"catalogName":"memory","schema":"default","table":"t",
         "columns":%s}]}}}
      """;

  private static final String OBJECTS =
      "[{\"name\":\"b\",\"type\":\"varchar\"},{\"name\":\"a\",\"type\":\"bigint\"}]";

  private final QueryEvents events = events(Map.of());
  private final EvidenceBatch batch = new EvidenceBatch();
  private final Batches stored = new Batches();

  @ParameterizedTest
  @ValueSource(strings = {OBJECTS, "[\"b\",\"a\"]"})
  void columnsThatAreNamedAndThoseThatAreReadAreToldApartInBothForms(String inputs) {
    // When
    Intake intake = add(THROUGH_A_VIEW.formatted("SELECT a, b, c FROM t", inputs));

    // Then
    assertThat(intake).isEqualTo(Intake.TAKEN);
    assertThat(stored("memory.default.t"))
        .containsExactly(
            "QUERY dash-42 ANALYSES c",
            "QUERY dash-42 SCANS a",
            "QUERY dash-42 SCANS b",
            "VIEW memory.default.v3 VIEW_NAMES a",
            "VIEW memory.default.v3 VIEW_NAMES b",
            "VIEW memory.default.v3 VIEW_NAMES c");
  }

  @Test
  void aStoredStarViewIsSeenByItsText() {
    // When
    add(THROUGH_A_VIEW.formatted("SELECT * FROM t", OBJECTS));

    // Then
    assertThat(stored("memory.default.t")).contains("VIEW memory.default.v3 VIEW_STAR *");
  }

  @Test
  void whoReadsThroughAViewIsAReaderOfTheViewToo() {
    // When
    add(THROUGH_A_VIEW.formatted("SELECT a FROM t", OBJECTS));

    // Then
    assertThat(stored("memory.default.v3"))
        .containsExactly("QUERY dash-42 ANALYSES a", "QUERY dash-42 ANALYSES b");
  }

  @Test
  void aCatalogHasTheNameThatReleasesUse() {
    // Given
    QueryEvents aliased = events(Map.of("memory", "lake"));

    // When
    aliased.add(bytes(THROUGH_A_VIEW.formatted("SELECT a FROM t", OBJECTS)), NOW, NOW, batch);

    // Then
    assertThat(stored("lake.default.t")).contains("QUERY dash-42 SCANS a");
  }

  @Test
  void aQueryThatCountsRowsNamesNoColumn() {
    // When
    add(
        payload(
            "\"context\":{\"user\":\"anna\"},\"metadata\":{\"tables\":[{\"catalog\":\"c\","
                + "\"schema\":\"s\",\"table\":\"t\",\"columns\":[]}]}"));

    // Then
    assertThat(stored("c.s.t")).containsExactly("QUERY anna ROWS_ONLY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'user':'u','queryType':'SELECT'} | [] | NO_TABLES",
        "{'user':'u','queryType':'EXPLAIN'} | [{'catalog':'c','schema':'s','table':'t'}]"
            + " | MAINTENANCE",
        "{'user':'u','queryType':'ALTER_TABLE_EXECUTE'} |"
            + " [{'catalog':'c','schema':'s','table':'t'}] | MAINTENANCE",
        "{'user':'u','source':'stillwater-validator'} |"
            + " [{'catalog':'c','schema':'s','table':'t'}] | IGNORED_SOURCE",
      })
  void whatSaysNothingOfReadersStillShowsThatEventsArrive(
      String context, String tables, Ignored because) {
    // When
    Intake intake =
        add(
            payload(
                ("'context':" + context + ",'metadata':{'tables':" + tables + "}")
                    .replace('\'', '"')));

    // Then
    assertThat(intake).isEqualTo(Intake.ignored(because));
    stored.add(batch);
    assertThat(stored.sources()).containsExactly("trino");
    assertThat(stored.readers("c.s.t")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "null",
        "[]",
        "{}",
        "{\"eventPayload\":null}",
        "{\"eventPayload\":{}}",
        "{\"eventPayload\":{\"context\":[]}}",
        "{\"eventPayload\":{\"context\":{}}} trailing",
        "{\"eventPayload\":{\"context\":{\"user\":\"u\"},\"metadata\":{\"tables\":7}}}"
      })
  void whatIsNoQueryCompletedEventIsMalformed(String json) {
    assertThatThrownBy(() -> add(json)).isInstanceOf(MalformedEvidenceException.class);
    assertThat(batch.isEmpty()).isTrue();
  }

  @Test
  void aDocumentOfEndlessDepthIsMalformed() {
    String deep = "{\"eventPayload\":{\"metadata\":" + "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> add(deep)).isInstanceOf(MalformedEvidenceException.class);
  }

  @Test
  void partsThatAreMissingAreNoEvidenceAndNoFailure() {
    // When
    Intake intake =
        add(
            payload(
                "\"context\":{},\"metadata\":{\"tables\":[{\"table\":\"t\"},{\"catalog\":\"c\","
                    + "\"schema\":\"s\",\"table\":\"t\",\"columns\":[{},7,null,\"x\"],"
                    + "\"referenceChain\":[{\"@type\":\"view\"}]}]},\"ioMetadata\":{}"));

    // Then
    assertThat(intake).isEqualTo(Intake.TAKEN);
    assertThat(stored("c.s.t")).containsExactly("QUERY unknown client ANALYSES x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"9999-01-01T00:00:00Z\"", "99999999999", "99999999999999", "\"soon\""})
  void aTimeInTheFutureOrNoneIsTheTimeOfArrival(String time) {
    // When
    add(
        payload(
            "\"endTime\":"
                + time
                + ",\"context\":{\"user\":\"u\"},\"metadata\":{\"tables\":["
                + "{\"catalog\":\"c\",\"schema\":\"s\",\"table\":\"t\"}]}"));

    // Then
    stored.add(batch);
    assertThat(stored.sightings("c.s.t", null))
        .singleElement()
        .satisfies(one -> assertThat(one.lastSeen()).isEqualTo(NOW));
  }

  @Test
  void whatIsOlderThanIsKeptIsIgnored() {
    assertThat(
            add(
                payload(
                    "\"endTime\":\"2020-01-01T00:00:00Z\",\"context\":{\"user\":\"u\"},"
                        + "\"metadata\":{\"tables\":[]}")))
        .isEqualTo(Intake.ignored(Ignored.TOO_OLD));
  }

  private Intake add(String json) {
    return events.add(bytes(json), NOW, NOW, batch);
  }

  private List<String> stored(String table) {
    stored.add(batch);
    return stored.readers(table);
  }

  private static String payload(String fields) {
    return "{\"eventPayload\":{" + fields + "}}";
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static QueryEvents events(Map<String, String> aliases) {
    return new QueryEvents(FixedEvidenceConfig.names(aliases), new FixedEvidenceConfig(aliases));
  }
}
