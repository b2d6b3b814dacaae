package io.stillwater.planner.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stillwater.lakehouse.ColumnPath;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planner.evidence.store.EvidenceBatch;
import io.stillwater.planner.evidence.store.ReaderKey;
import io.stillwater.planner.evidence.store.TopicOffsets;
import io.stillwater.planning.consumers.Coverage;
import io.stillwater.planning.consumers.Reader;
import io.stillwater.planning.consumers.ReaderKind;
import io.stillwater.planning.consumers.ReaderUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceStoreTest {
  private static final Instant NOW = Instant.parse("2026-06-30T12:34:56Z");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final TableName USERS = TableName.of("lake", "crm", "users");
  private static final ReaderKey DASHBOARD = new ReaderKey(ReaderKind.QUERY, "dash-42", "bi");
  private static final ReaderKey VIEW = new ReaderKey(ReaderKind.VIEW, "lake.crm.v", null);

  private final TestDatabase database = new TestDatabase();
  private final EvidenceStore store = database.store(NOW);

  @Test
  void repeatedAndReorderedBatchesGiveTheSameReadersAndTheSameLastDay() throws SQLException {
    // Given
    EvidenceBatch late = used("fname", NOW.minus(Duration.ofDays(2)));
    EvidenceBatch early = used("fname", NOW.minus(Duration.ofDays(9)));

    // When
    database.add(late);
    database.add(early);
    database.add(late);

    // Then
    List<Sighting> readers = sightings("fname");
    assertThat(readers)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.reader())
                  .isEqualTo(
                      new Reader(
                          ReaderKind.QUERY,
                          "dash-42",
                          "bi",
                          ReaderUse.SCANS,
                          "fname",
                          LocalDate.parse("2026-06-28")));
              assertThat(one.uses()).isEqualTo(3);
            });
  }

  @Test
  void whoReadBeforeTheWindowIsNotListed() throws SQLException {
    // Given
    database.add(used("fname", NOW.minus(MONTH).minus(1, ChronoUnit.SECONDS)));

    // When, Then
    assertThat(sightings("fname")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 86_400, 2_592_000})
  void planningIsToldTheReadersThatPeopleSee(long secondsAfterTheWindowBegins) throws SQLException {
    // Given
    Instant begins = NOW.minus(MONTH);
    database.add(used("s.a", begins.plusSeconds(secondsAfterTheWindowBegins)));
    database.add(used("s", begins.minus(Duration.ofDays(3))));
    EvidenceBatch severalDays = used("*", NOW.minus(Duration.ofDays(2)));
    severalDays.used(USERS, "*", DASHBOARD, ReaderUse.SCANS, NOW.minus(Duration.ofDays(1)));
    severalDays.used(USERS, "", DASHBOARD, ReaderUse.ROWS_ONLY, begins.minusSeconds(1));
    severalDays.depends(
        USERS, "s.a", VIEW, ReaderUse.VIEW_NAMES, "events", LocalDate.parse("2026-01-01"));
    database.add(severalDays);
    database.add(used("*", NOW.minus(Duration.ofDays(5))));

    // When
    List<Reader> planning =
        store.readersSince(USERS, Optional.of(ColumnPath.parse("s.a")), begins).readers();

    // Then
    assertThat(planning)
        .containsExactlyInAnyOrderElementsOf(
            sightings("s.a").stream().map(Sighting::reader).toList())
        .hasSize(secondsAfterTheWindowBegins < 0 ? 2 : 3);
    assertThat(planning)
        .filteredOn(reader -> reader.column().equals("*"))
        .extracting(Reader::lastSeen)
        .containsExactly(LocalDate.parse("2026-06-29"));
  }

  @Test
  void aColumnHasTheReadersOfEverythingAroundItAndInsideIt() throws SQLException {
    // Given
    for (String column : List.of("s", "s.a", "s.ab", "s.a.x", "*", "", "t")) {
      database.add(used(column, NOW));
    }

    // When, Then
    assertThat(columnsOf("s.a")).containsExactlyInAnyOrder("s", "s.a", "s.a.x", "*", "");
    assertThat(columnsOf("s")).containsExactlyInAnyOrder("s", "s.a", "s.ab", "s.a.x", "*", "");
    assertThat(store.sightings(USERS, Optional.empty(), NOW.minus(MONTH))).hasSize(7);
  }

  @Test
  void namesAreTheSameInUpperAndLowerCase() throws SQLException {
    // Given
    database.add(used("fname", NOW));

    // When, Then
    assertThat(
            store.sightings(
                TableName.of("lake", "CRM", "Users"),
                Optional.of(ColumnPath.of("FName")),
                NOW.minus(MONTH)))
        .hasSize(1);
  }

  @Test
  void aViewThatWasRedefinedNoLongerStandsOnWhatItNamedBefore() throws SQLException {
    // Given
    LocalDate before = LocalDate.parse("2026-06-01");
    EvidenceBatch first = new EvidenceBatch();
    first.depends(USERS, "fname", VIEW, ReaderUse.VIEW_NAMES, "events", before);
    first.depends(USERS, "id", VIEW, ReaderUse.VIEW_NAMES, "events", before);
    EvidenceBatch second = new EvidenceBatch();
    second.depends(USERS, "id", VIEW, ReaderUse.VIEW_NAMES, "events", before.plusDays(3));

    // When
    database.add(second);
    database.add(first);

    // Then
    assertThat(sightings("fname")).isEmpty();
    assertThat(sightings("id")).hasSize(1);
  }

  @Test
  void aDependencyStandsHoweverLongAgoItWasSeen() throws SQLException {
    // Given
    EvidenceBatch batch = new EvidenceBatch();
    batch.depends(USERS, "*", VIEW, ReaderUse.VIEW_STAR, "events", LocalDate.parse("2025-01-01"));

    // When
    database.add(batch);

    // Then
    assertThat(sightings("fname"))
        .extracting(one -> one.reader().use())
        .containsExactly(ReaderUse.VIEW_STAR);
  }

  @Test
  void aListThatIsCompleteTakesThePlaceOfWhatEventsSaidOfViewsThatAreGone() throws SQLException {
    // Given
    LocalDate day = LocalDate.parse("2026-06-29");
    EvidenceBatch events = new EvidenceBatch();
    events.depends(USERS, "fname", VIEW, ReaderUse.VIEW_NAMES, "events", day);
    database.add(events);

    // When
    database.replace("views", new EvidenceBatch());
    database.forgetUnlistedViews("events", "lake", "views");

    // Then
    assertThat(sightings("fname")).isEmpty();
  }

  @Test
  void whoTakesWhatAModelMakesIsFoundByTheModelsColumns() throws SQLException {
    // Given
    ReaderKey model = new ReaderKey(ReaderKind.DBT_MODEL, "model.shop.fct", null);
    ReaderKey exposure = new ReaderKey(ReaderKind.DASHBOARD, "Revenue", "Finance");
    EvidenceBatch batch = new EvidenceBatch();
    LocalDate day = LocalDate.parse("2026-06-29");
    batch.depends(USERS, "fname", model, ReaderUse.MODEL_NAMES, "dbt:shop", day);
    batch.downstream(model, exposure, day);

    // When
    database.replace("dbt:shop", batch);
    database.replace("dbt:shop", batch);

    // Then
    assertThat(sightings("fname"))
        .extracting(one -> one.reader().name(), one -> one.reader().use())
        .containsExactlyInAnyOrder(
            tuple("model.shop.fct", ReaderUse.MODEL_NAMES), tuple("Revenue", ReaderUse.DOWNSTREAM));
    assertThat(sightings("id")).isEmpty();
  }

  @Test
  void anHourWithoutAnyEventIsAGap() throws SQLException {
    // Given
    Instant silent = Instant.parse("2026-06-20T03:00:00Z");
    EvidenceBatch batch = new EvidenceBatch();
    everyHour(batch, "trino:production", silent);

    // When
    database.add(batch);

    // Then
    Coverage coverage = store.coverageSince(NOW.minus(MONTH));
    assertThat(coverage.whole()).isFalse();
    assertThat(coverage.gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.source()).isEqualTo("trino environment production");
              assertThat(gap.from()).isEqualTo(silent);
              assertThat(gap.to()).isEqualTo(silent.plus(1, ChronoUnit.HOURS));
            });
    assertThat(store.coverageSince(Instant.parse("2026-06-20T04:10:00Z")).whole()).isTrue();
  }

  @Test
  void aClusterThatFellSilentLeavesAGapThoughAnotherIsHeard() throws SQLException {
    // Given
    EvidenceBatch batch = new EvidenceBatch();
    everyHour(batch, "trino:blue", null);
    batch.heard("trino:green", NOW.minus(Duration.ofDays(3)));

    // When
    database.add(batch);

    // Then
    assertThat(store.coverageSince(NOW.minus(MONTH)).gaps())
        .allSatisfy(gap -> assertThat(gap.source()).contains("green"))
        .hasSize(2);
  }

  @Test
  void withoutAnyEventTheWholeWindowIsAGap() {
    // When
    Coverage coverage = store.coverageSince(NOW.minus(MONTH));

    // Then
    assertThat(coverage.whole()).isFalse();
    assertThat(coverage.gapsInWords()).startsWith("no events of trino from 2026-05-31");
  }

  @Test
  void recordsThatWereGoneBeforeTheyWereReadAreAGap() throws SQLException {
    // Given
    EvidenceBatch batch = new EvidenceBatch();
    everyHour(batch, "trino:production", null);
    database.add(batch);

    // When
    try (Connection connection = database.connect()) {
      TopicOffsets.lost(connection, "trino", NOW.minus(Duration.ofDays(4)), 17);
    }

    // Then
    assertThat(store.coverageSince(NOW.minus(MONTH)).gapsInWords()).contains("17 records");
  }

  @Test
  void hostileNamesAreStoredAndFound() throws SQLException {
    // Given
    String name = "x'; DROP TABLE evidence_use; --\u0000\ud800" + "y".repeat(5_000);
    EvidenceBatch batch = new EvidenceBatch();
    ReaderKey reader = new ReaderKey(ReaderKind.QUERY, name, "\u0000");
    batch.used(USERS, "odd \"col\"\ud83d\u0000", reader, ReaderUse.SCANS, NOW);
    batch.used(USERS, "odd \"col\"?\ufffd", reader, ReaderUse.SCANS, NOW);

    // When
    database.add(batch);

    // Then
    assertThat(store.sightings(USERS, Optional.empty(), NOW.minus(MONTH)))
        .singleElement()
        .satisfies(one -> assertThat(one.reader().name()).startsWith("x'; DROP TABLE"));
  }

  private EvidenceBatch used(String column, Instant at) {
    EvidenceBatch batch = new EvidenceBatch();
    batch.used(USERS, column, DASHBOARD, ReaderUse.SCANS, at);
    return batch;
  }

  private static void everyHour(EvidenceBatch batch, String source, Instant except) {
    Instant first = NOW.minus(MONTH).truncatedTo(ChronoUnit.HOURS);
    for (Instant hour = first; hour.isBefore(NOW); hour = hour.plus(1, ChronoUnit.HOURS)) {
      if (!hour.equals(except)) {
        batch.heard(source, hour.plusSeconds(1_800));
      }
    }
  }

  private List<Sighting> sightings(String column) {
    return store.sightings(USERS, Optional.of(ColumnPath.parse(column)), NOW.minus(MONTH));
  }

  private List<String> columnsOf(String column) {
    return sightings(column).stream().map(one -> one.reader().column()).toList();
  }
}
