package io.stillwater.planning.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Risk;
import io.stillwater.planning.Lakes;
import io.stillwater.planning.Planner;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsumerJudgementTest {
  private static final String TABLE = "lake.app.events";
  private static final String DROP = "operation: drop_column, column: text";
  private static final String ADD = "operation: add_column, column: x, type: int";
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final Coverage WHOLE = new Coverage(Set.of(Coverage.TRINO), List.of());
  private static final Instant FROM = Instant.parse("2026-05-28T03:00:00Z");

  private final List<Duration> windows = new ArrayList<>();

  @Test
  void readersOfAnUnsafeChangeAreListedWithOwnerDayAndEvidence() {
    // Given
    Reader dashboard = reader(ReaderKind.QUERY, "dash-42", ReaderUse.SCANS, "text");
    Reader counts = reader(ReaderKind.QUERY, "health", ReaderUse.ROWS_ONLY, Reader.NO_COLUMN);

    // When
    Plan plan = plan(DROP, WHOLE, counts, dashboard);

    // Then
    assertThat(consumers(plan))
        .containsExactly(
            new Consumer(
                "QUERY", "dash-42", "sales", DAY, ConsumerVerdict.BREAKS, "queries read it"),
            new Consumer(
                "QUERY",
                "health",
                "sales",
                DAY,
                ConsumerVerdict.SAFE,
                "it counts rows and names no column"));
    assertThat(plan.summary().consumersAffected()).isEqualTo(1);
    assertThat(Lakes.codes(plan)).contains("SW219").doesNotContain("SW217");
    assertThat(
            EventSchemas.validate(
                EventTypes.PLAN_CREATED,
                EventJson.MAPPER.valueToTree(plan.forRequest("r-1", "d-0123456789ab")),
                EventSchemas.UnknownFields.REFUSED))
        .isEmpty();
  }

  @Test
  void noEventsMeansUnknownAndNotNobody() {
    // When
    Plan plan = plan(DROP, Coverage.NONE);

    // Then
    assertThat(consumers(plan)).isEmpty();
    assertThat(evidenceOf(plan, "SW217")).isEqualTo("no query events were evaluated");
  }

  @Test
  void aGapInTheWindowIsTheEvidenceOfNotKnowing() {
    // Given
    Coverage partial =
        new Coverage(
            Set.of(Coverage.TRINO),
            List.of(new CoverageGap("trino", FROM, FROM.plus(Duration.ofHours(7)))));

    // When
    Plan plan = plan(DROP, partial);

    // Then
    assertThat(evidenceOf(plan, "SW217"))
        .isEqualTo("no events of trino from 2026-05-28T03:00:00Z to 2026-05-28T10:00:00Z");
  }

  @Test
  void wholeCoverageWithoutReadersSaysNothing() {
    // When
    Plan plan = plan(DROP, WHOLE);

    // Then
    assertThat(Lakes.codes(plan)).doesNotContain("SW217", "SW219", "SW222");
    assertThat(consumers(plan)).isEmpty();
  }

  @Test
  void anEngineOfWhichNoEvidenceArrivesIsNamed() {
    // Given
    Environment environment =
        Lakes.environment(
            "catalogs: {lake: {type: jdbc}}\nengines: [{name: trino}, {name: spark}]");

    // When
    Plan plan = plan(environment, DROP, WHOLE);

    // Then
    assertThat(evidenceOf(plan, "SW222")).isEqualTo("evidence arrives of trino");
  }

  @Test
  void anAddedColumnMakesStoredStarViewsStaleAndThePlanALook() {
    // Given
    Reader star = reader(ReaderKind.VIEW, "lake.app.v", ReaderUse.VIEW_STAR, Reader.EVERY_COLUMN);
    Reader named = reader(ReaderKind.VIEW, "lake.app.w", ReaderUse.VIEW_NAMES, "text");

    // When
    Plan plan = plan(ADD, WHOLE, star, named);

    // Then
    assertThat(consumers(plan)).extracting(Consumer::name).containsExactly("lake.app.v");
    assertThat(evidenceOf(plan, "SW220")).isEqualTo("VIEW lake.app.v");
    assertThat(plan.risk()).isEqualTo(Risk.MEDIUM);
    assertThat(plan.summary().consumersAffected()).isEqualTo(1);
  }

  @Test
  void aWiderTypeBreaksAnEnforcedContract() {
    // Given
    Reader model = reader(ReaderKind.DBT_MODEL, "model.shop.fct", ReaderUse.CONTRACT, "n");

    // When
    Plan plan = plan("operation: widen_type, column: n, to: bigint", WHOLE, model);

    // Then
    assertThat(evidenceOf(plan, "SW221")).isEqualTo("DBT_MODEL model.shop.fct");
  }

  @Test
  void theWorstUseOfAReaderCountsAndItIsListedOnce() {
    // Given
    Reader exposed = reader(ReaderKind.QUERY, "bi", ReaderUse.ROWS_ONLY, Reader.NO_COLUMN);
    Reader reads =
        new Reader(ReaderKind.QUERY, "bi", "sales", ReaderUse.ANALYSES, "text", DAY.minusDays(9));

    // When
    Plan plan = plan(DROP, WHOLE, reads, exposed);

    // Then
    assertThat(consumers(plan))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.verdict()).isEqualTo(ConsumerVerdict.BREAKS);
              assertThat(one.lastSeen()).isEqualTo(DAY);
            });
  }

  @Test
  void whoReadsAStructMayOrMayNotReadOneFieldOfIt() {
    // Given
    Reader reads = reader(ReaderKind.QUERY, "bi", ReaderUse.SCANS, "s");
    Reader field = reader(ReaderKind.SCAN, "spark", ReaderUse.PROJECTS, "s.a");

    // When
    Plan plan = plan("operation: drop_column, column: s.a", WHOLE, reads, field);

    // Then
    assertThat(consumers(plan))
        .extracting(Consumer::name, Consumer::verdict)
        .containsExactlyInAnyOrder(
            tuple("bi", ConsumerVerdict.UNKNOWN), tuple("spark", ConsumerVerdict.BREAKS));
  }

  @Test
  void aReaderHurtByTwoChangesCountsOnceAndALongListIsCut() {
    // Given
    Reader[] many =
        IntStream.range(0, 120)
            .mapToObj(n -> reader(ReaderKind.QUERY, "q" + n, ReaderUse.SCANS, "text"))
            .toArray(Reader[]::new);

    // When
    Plan plan =
        plan(
            Environment.withoutFile("production"),
            List.of(DROP, "operation: drop_column, column: d"),
            WHOLE,
            many);

    // Then
    assertThat(plan.summary().consumersAffected()).isEqualTo(120);
    assertThat(consumers(plan)).hasSize(ConsumerImpact.LISTED_AT_MOST);
    assertThat(evidenceOf(plan, "SW219")).endsWith("and 115 more");
  }

  @Test
  void readersAreLookedForThroughTheGracePeriodOrThirtyDays() {
    // When
    plan(DROP + ", gracePeriod: P21D", WHOLE);
    plan(DROP, WHOLE);
    plan(ADD, WHOLE);

    // Then
    assertThat(windows)
        .containsExactly(Duration.ofDays(21), Duration.ofDays(14), Duration.ofDays(30));
  }

  private static Reader reader(ReaderKind kind, String name, ReaderUse use, String column) {
    return new Reader(kind, name, "sales", use, column, DAY);
  }

  private static List<Consumer> consumers(Plan plan) {
    return plan.changes().get(0).consumers();
  }

  private static String evidenceOf(Plan plan, String code) {
    return plan.changes().get(0).findings().stream()
        .filter(finding -> finding.code().equals(code))
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  private Plan plan(String change, Coverage coverage, Reader... readers) {
    return plan(Environment.withoutFile("production"), change, coverage, readers);
  }

  private Plan plan(Environment environment, String change, Coverage coverage, Reader... readers) {
    return plan(environment, List.of(change), coverage, readers);
  }

  private Plan plan(
      Environment environment, List<String> changes, Coverage coverage, Reader... readers) {
    ConsumerEvidence evidence =
        (table, column, window) -> {
          windows.add(window);
          return new Readership(List.of(readers), coverage);
        };
    return new Planner(Clock.fixed(Lakes.NOW, ZoneOffset.UTC), evidence)
        .plan(
            Lakes.release(TABLE, changes.toArray(String[]::new)),
            environment,
            TableSnapshot.of(List.of(), List.of(Lakes.events(2).build())));
  }
}
