package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.EventJson;
import io.stillwater.events.EventSchemas;
import io.stillwater.events.EventTypes;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Phase;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.events.plan.Risk;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import io.stillwater.events.plan.UndoKind;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  private static final String REFERENCE =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: discounts, version: v2.15.0, environment: production}
      spec:
        tables:
          - table: lake.sales.orders
            changes: [{operation: add_column, column: discount_pct, type: double}]
          - table: lake.crm.users
            changes: [{operation: rename_column, from: fname, to: first_name}]
          - table: lake.catalog.products
            changes: [{operation: widen_type, column: price, from: float, to: double}]
      """;
  private static final String COMPONENTS =
      """
        components:
          - {component: dbt, strategy: canary, project: dbt/sales, select: [new_models]}
          - {component: spark-workers, strategy: rolling, image: "spark:4", maxSurge: 2,
             maxUnavailable: 1, terminationGracePeriod: 300s}
          - {component: trino, strategy: blue_green, version: "483"}
      """;

  private static final TableState ORDERS =
      Lakes.iceberg("lake.sales.orders", 2)
          .columns(Column.of(1, "id", Lakes.type("bigint")))
          .build();
  private static final TableState USERS =
      Lakes.iceberg("lake.crm.users", 2)
          .columns(
              Column.of(1, "id", Lakes.type("bigint")),
              new Column(2, "fname", Lakes.type("string"), true, "given", null))
          .build();
  private static final TableState PRODUCTS =
      Lakes.iceberg("lake.catalog.products", 2)
          .columns(Column.of(1, "price", Lakes.type("float")))
          .build();

  @Test
  void theReferenceReleaseIsHighWithTwoSafeAndOneUnsafeChange() {
    // When
    Plan plan = reference();

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    assertThat(plan.risk()).isEqualTo(Risk.HIGH);
    assertThat(plan.summary().safeChanges()).isEqualTo(2);
    assertThat(plan.summary().unsafeChanges()).isEqualTo(1);
    assertThat(plan.changes().get(1).strategy()).isEqualTo("expand_contract");
    assertThat(plan.policy().approvalRequired()).isTrue();
    assertThat(plan.steps().map(Step::kind))
        .containsExactly(
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.TAG,
            StepKind.TAG,
            StepKind.TAG,
            StepKind.ADD_COLUMN,
            StepKind.ADD_COLUMN,
            StepKind.WIDEN_TYPE,
            StepKind.BACKFILL,
            StepKind.SYNC,
            StepKind.DEPRECATE,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.CHECK,
            StepKind.SOAK);
  }

  @Test
  void everyPlanIsValidAgainstTheSchemaOfItsEvent() {
    // When
    Plan plan = reference().forRequest("r-1", "d-1");

    // Then
    assertThat(
            EventSchemas.validate(
                EventTypes.PLAN_CREATED,
                EventJson.MAPPER.valueToTree(plan),
                EventSchemas.UnknownFields.REFUSED))
        .isEmpty();
  }

  @Test
  void theStatementsOfADeploymentNameItsTag() {
    // When
    Plan plan = reference().forRequest("r-1", "d-0123456789ab");

    // Then
    Step tag = step(plan, StepKind.TAG);
    assertThat(tag.statements().get("spark")).contains("`stillwater-d-0123456789ab`");
    assertThat(tag.undo().statements().get("spark")).contains("`stillwater-d-0123456789ab`");
  }

  @Test
  void aRenameKeepsBothNamesInStepAndDropsTheOldOneAfterTheGracePeriod() {
    // When
    Plan plan = reference();

    // Then
    Step sync = step(plan, StepKind.SYNC);
    assertThat(sync.arguments())
        .isEqualTo(new StepArguments.CopyColumn("fname", "first_name", null, "fail", true));
    assertThat(plan.contractions()).hasSize(1);
    assertThat(plan.contractions().get(0).after()).isEqualTo(Duration.ofDays(14));
    assertThat(plan.contractions().get(0).changes().get(0))
        .hasToString(
            "{\"operation\":\"drop_column\",\"column\":\"fname\",\"gracePeriod\":\"P14D\"}");
  }

  @Test
  void aPromotionIsUndoneExactlyUntilTheNextDataCommit() {
    // When
    Step widen = step(reference(), StepKind.WIDEN_TYPE);

    // Then
    assertThat(widen.undo().kind()).isEqualTo(UndoKind.EXACT);
    assertThat(widen.undo().until()).isEqualTo("the next data commit");
    assertThat(widen.statements())
        .containsEntry(
            "trino",
            "ALTER TABLE \"lake\".\"catalog\".\"products\" ALTER COLUMN \"price\""
                + " SET DATA TYPE double")
        .containsEntry(
            "spark", "ALTER TABLE `lake`.`catalog`.`products` ALTER COLUMN `price` TYPE double");
  }

  @Test
  void effectsOnOneTableFollowEachOtherAndGatesWaitForAllOfThem() {
    // When
    Plan plan = reference();

    // Then
    assertThat(step(plan, StepKind.BACKFILL).dependsOn())
        .containsExactly(
            plan.steps()
                .filter(step -> step.kind() == StepKind.ADD_COLUMN)
                .filter(step -> step.target().equals("lake.crm.users"))
                .findFirst()
                .orElseThrow()
                .id());
    assertThat(step(plan, StepKind.SOAK).dependsOn()).hasSize(6);
    assertThat(plan.steps().map(Step::id)).doesNotHaveDuplicates();
  }

  @Test
  void theSameReleaseAgainstTheSameTablesIsTheSamePlan() {
    // When
    Plan moved =
        Lakes.plan(
            Lakes.release(REFERENCE),
            ORDERS,
            USERS,
            Lakes.iceberg("lake.catalog.products", 2)
                .columns(PRODUCTS.columns())
                .version("7a0f6c3e-0000-4000-8000-000000000001", 1, 812L, 1)
                .build());

    // Then
    assertThat(reference().planId()).isEqualTo(reference().planId()).startsWith("p-");
    assertThat(moved.planId()).isNotEqualTo(reference().planId());
  }

  @Test
  void aComponentWithoutTargetRefusesThePlanAndNamesTheTarget() {
    // When
    Plan plan = Lakes.plan(Lakes.release(REFERENCE + COMPONENTS), ORDERS, USERS, PRODUCTS);

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(plan.phases()).isEmpty();
    assertThat(plan.findings())
        .filteredOn(finding -> finding.code().equals("SW501"))
        .extracting("message")
        .containsExactly(
            "component spark-workers has no target: a workload (namespace, workload) is not named",
            "component trino has no target: a workload (namespace, workload) is not named");
  }

  @Test
  void componentsRollOutEnginesFirstAndModelsLast() {
    // Given
    Environment environment =
        Lakes.environment(
            """
            catalogs: {lake: {type: jdbc}}
            components:
              trino: {namespace: trino, workload: coordinator}
              spark-workers: {namespace: spark, workload: workers}
            """);

    // When
    Plan plan =
        Lakes.plan(Lakes.release(REFERENCE + COMPONENTS), environment, ORDERS, USERS, PRODUCTS);

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    assertThat(plan.summary().safeChanges()).isEqualTo(2);
    assertThat(plan.steps().filter(step -> step.kind() == StepKind.ROLL_OUT).map(Step::target))
        .containsExactly("spark-workers", "trino", "dbt");
    assertThat(Lakes.codes(plan)).contains("SW502");
  }

  @Test
  void aMissingTableOrCatalogRefusesThePlan() {
    // When
    Plan table = Lakes.plan(Lakes.release("lake.no.such", "operation: drop_column, column: a"));
    Plan catalog = Lakes.plan(Lakes.release("pond.no.such", "operation: drop_column, column: a"));

    // Then
    assertThat(table.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(Lakes.codes(table)).containsExactly("SW101");
    assertThat(Lakes.codes(catalog)).containsExactly("SW112");
  }

  @Test
  void aPlainAddedColumnIsLowAndRunsUnapproved() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: add_column, column: c, type: int"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.risk()).isEqualTo(Risk.LOW);
    assertThat(plan.policy().approvalRequired()).isFalse();
    assertThat(plan.analysis().soak()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aWarningMakesAPlanMediumUnlessItIsAcknowledged() {
    // Given
    String widen = "operation: widen_type, column: f, to: double";

    // When
    Plan open = Lakes.plan(Lakes.release("lake.app.events", widen), Lakes.events(2).build());
    Plan seen =
        Lakes.plan(
            Lakes.release("lake.app.events", widen + ", acknowledge: [SW204]"),
            Lakes.events(2).build());

    // Then
    assertThat(open.risk()).isEqualTo(Risk.MEDIUM);
    assertThat(seen.risk()).isEqualTo(Risk.LOW);
    assertThat(seen.changes().get(0).findings().get(0).evidence()).endsWith("acknowledged");
  }

  @Test
  void anUpgradeIsAPointOfNoReturnWithoutUndoAndEnablesDefaults() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events",
                "operation: add_column, column: c, type: int, default: 1",
                "operation: upgrade_format, version: 3"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.PLANNED);
    assertThat(step(plan, StepKind.UPGRADE_FORMAT).pointOfNoReturn()).isTrue();
    assertThat(step(plan, StepKind.UPGRADE_FORMAT).undo().kind()).isEqualTo(UndoKind.NONE);
    assertThat(plan.phases().get(2).steps().get(0).kind()).isEqualTo(StepKind.UPGRADE_FORMAT);
  }

  @Test
  void aNarrowingProvesCopiesAndSwaps() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events", "operation: change_type_narrowing, column: big, to: int"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.steps().map(Step::kind))
        .containsSubsequence(
            StepKind.VALIDATE,
            StepKind.TAG,
            StepKind.ADD_COLUMN,
            StepKind.BACKFILL,
            StepKind.SWAP_NAMES,
            StepKind.SYNC,
            StepKind.DEPRECATE);
    assertThat(step(plan, StepKind.SWAP_NAMES).arguments())
        .isEqualTo(new StepArguments.SwapNames("big", "big_new", "big_old"));
    assertThat(plan.contractions().get(0).changes().get(0).path("column").asText())
        .isEqualTo("big_old");
  }

  @Test
  void aContractionDropsAtOnceWhereAReleaseOnlyDeprecates() {
    // Given
    Release release = Lakes.release("lake.app.events", "operation: drop_column, column: text");
    TableSnapshot lake = TableSnapshot.of(List.of(), List.of(Lakes.events(2).build()));
    Environment environment = Environment.withoutFile("production");

    // When
    Plan first = Lakes.planner().plan(release, environment, lake);
    Plan later = Lakes.planner().planContraction(release, environment, lake);

    // Then
    assertThat(first.steps().map(Step::kind))
        .contains(StepKind.DEPRECATE)
        .doesNotContain(StepKind.DROP_COLUMN);
    assertThat(later.contractions()).isEmpty();
    assertThat(later.steps().map(Step::kind)).contains(StepKind.DROP_COLUMN);
  }

  /** Lakes.NOW is a Wednesday noon. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deny: [{cron: "0 11 * * wed", for: 2h, reason: month-end close}]       | month-end close
          allow: [{cron: "0 8 * * tue", for: 4h, reason: people are in}]         | people are in
          batch: [{cron: "30 11 * * *", for: 1h, reason: the nightly load}]      | jobs write the tables
          """)
  void aTimeToWaitAsksForApprovalAndSaysWhy(String windows, String why) {
    // Given
    Environment environment =
        Lakes.environment("catalogs: {lake: {type: jdbc}}\npolicy: {%s}".formatted(windows));

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: add_column, column: c, type: int"),
            environment,
            Lakes.events(2).build());

    // Then
    assertThat(plan.risk()).isEqualTo(Risk.LOW);
    assertThat(plan.policy().approvalRequired()).isTrue();
    assertThat(plan.policy().reason()).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny: [{cron: '0 13 * * wed', for: 2h}]",
        "allow: [{cron: '0 11 * * wed', for: 2h}]",
        "batch: [{cron: '0 1 * * *', for: 2h}]"
      })
  void atOtherTimesNobodyIsAsked(String windows) {
    // Given
    Environment environment =
        Lakes.environment("catalogs: {lake: {type: jdbc}}\npolicy: {%s}".formatted(windows));

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: add_column, column: c, type: int"),
            environment,
            Lakes.events(2).build());

    // Then
    assertThat(plan.policy().approvalRequired()).isFalse();
  }

  @Test
  void thePlanSaysWhoMayApproveARiskOfItsKind() {
    // Given
    Environment environment =
        Lakes.environment(
            "catalogs: {lake: {type: jdbc}}\npolicy: {approvers: {HIGH: [ann, bob], LOW: [cy]}}");

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: drop_column, column: text"),
            environment,
            Lakes.events(2).build());

    // Then
    assertThat(plan.risk()).isEqualTo(Risk.HIGH);
    assertThat(plan.policy().approvers()).containsExactly("ann", "bob");
  }

  @Test
  void aGracePeriodOutsideTheEnvironmentsBoundsIsRefused() {
    // Given
    Environment environment =
        Lakes.environment(
            "catalogs: {lake: {type: jdbc}}\npolicy: {gracePeriod: {min: P14D, max: P20D}}");

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events", "operation: drop_column, column: text, gracePeriod: 7d"),
            environment,
            Lakes.events(2).build());

    // Then
    assertThat(plan.changes().get(0).classification()).isEqualTo(Classification.REFUSED);
    assertThat(Lakes.codes(plan)).contains("SW503");
  }

  @Test
  void oneRefusedChangeRefusesThePlanButKeepsEveryVerdict() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.app.events",
                "operation: drop_column, column: id",
                "operation: add_column, column: c, type: int"),
            Lakes.events(2).build());

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(plan.changes())
        .extracting("classification")
        .containsExactly(Classification.REFUSED, Classification.SAFE);
    assertThat(plan.phases()).isEmpty();
    assertThat(plan.contractions()).isEmpty();
  }

  @Test
  void theSchemaCheckKnowsTheColumnsThatThePlanEndsWith() {
    // When
    Plan plan = reference();

    // Then
    Step check =
        plan.phases().stream()
            .filter(phase -> phase.phase() == Phase.POST_CHECK)
            .flatMap(phase -> phase.steps().stream())
            .filter(step -> step.target().equals("lake.crm.users"))
            .findFirst()
            .orElseThrow();
    StepArguments.Check arguments = (StepArguments.Check) check.arguments();
    assertThat(arguments.settings().get("columns").findValuesAsText("name"))
        .containsExactly("id", "fname", "first_name");
  }

  @Test
  void aRenamedTableIsLookedAtUnderItsNewNameAfterwards() {
    // When
    Plan plan =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: rename_table, to: lake.app.facts"),
            Lakes.events(2).build());

    // Then
    assertThat(
            plan.phases().stream()
                .filter(phase -> phase.phase() == Phase.POST_CHECK)
                .flatMap(phase -> phase.steps().stream())
                .map(Step::target))
        .containsOnly("lake.app.facts");
  }

  @Test
  void namesAreQuotedForEachEngine() {
    // Given
    TableState table =
        Lakes.iceberg("lake.\"odd schema\".\"semi;colon\"", 2)
            .columns(Column.of(1, "we\"ird`name", Lakes.type("int")))
            .build();

    // When
    Plan plan =
        Lakes.plan(
            Lakes.release(
                "lake.\"odd schema\".\"semi;colon\"",
                "operation: set_comment, column: '\"we\"\"ird`name\"', comment: \"it's \\\\ odd\""),
            table);

    // Then
    Step comment = step(plan, StepKind.SET_COMMENT);
    assertThat(comment.statements())
        .containsEntry(
            "trino",
            "COMMENT ON COLUMN \"lake\".\"odd schema\".\"semi;colon\".\"we\"\"ird`name\""
                + " IS 'it''s \\ odd'")
        .containsEntry(
            "spark",
            "ALTER TABLE `lake`.`odd schema`.`semi;colon` ALTER COLUMN `we\"ird``name`"
                + " COMMENT 'it\\'s \\\\ odd'");
  }

  private static Plan reference() {
    return Lakes.plan(Lakes.release(REFERENCE), ORDERS, USERS, PRODUCTS);
  }

  private static Step step(Plan plan, StepKind kind) {
    return plan.steps().filter(step -> step.kind() == kind).findFirst().orElseThrow();
  }
}
