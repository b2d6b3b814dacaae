package io.stillwater.planning.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Classification;
import io.stillwater.events.plan.Plan;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planning.Lakes;
import org.junit.jupiter.api.Test;

class PlanLayoutsTest {
  private static final String HEAD =
      """
      apiVersion: stillwater/v1
      kind: Release
      metadata: {name: large, version: v1, environment: production}
      spec:
        tables:
      """;

  private static final Plan PLAN =
      Lakes.plan(
          Lakes.release(
              "lake.app.events",
              "operation: rename_column, from: text, to: words",
              "operation: widen_type, column: f, to: double"),
          Lakes.events(2).build());

  @Test
  void theTextShowsVerdictsStepsAndWhatComesLater() {
    // When
    String text = PlanText.render(PLAN, false);

    // Then
    assertThat(text)
        .contains("RISK HIGH")
        .contains("~ lake.app.events [iceberg v2, JDBC]  base snapshot 811 schema 1 spec 1")
        .contains("~ text → words      UNSAFE by expand_contract · backfill")
        .contains("~ f float → double  SAFE · metadata only")
        .contains("SW204 ")
        .contains("Preconditions: s1 Check schema_compatibility of lake.app.events; s2 Tag")
        .contains(
            "Rollback: s2, s4-s7 exact until 7 days after completion"
                + " · s3 exact until the next data commit")
        .contains("undo: EXACT until the next data commit")
        .contains("Later: after 14 days")
        .contains("1 metadata only, 1 backfill: 1 safe, 1 unsafe, 0 refused")
        .doesNotContain("\u001b");
    assertThat(PlanText.render(PLAN, true)).contains("\u001b[31mHIGH");
  }

  @Test
  void aRefusalNamesWhoRefusesAndTheWayOut() {
    // When
    String text =
        PlanText.render(
            Lakes.plan(
                Lakes.release("lake.app.events", "operation: drop_column, column: id"),
                Lakes.events(2).build()),
            false);

    // Then
    assertThat(text)
        .contains("REFUSED by iceberg")
        .contains("SW305")
        .contains("fix: Change the identifier columns first");
  }

  @Test
  void aCommentKeepsWhatIsRefusedAndSaysHowMuchItLeavesOut() {
    // Given
    StringBuilder yaml = new StringBuilder(HEAD);
    TableState[] tables = new TableState[1_000];
    for (int i = 0; i < tables.length; i++) {
      String name = "lake.some_schema.a_table_with_a_usual_name_" + i;
      String type = i % 10 == 9 ? "double" : "bigint";
      yaml.append("    - table: ").append(name).append("\n      changes:\n");
      yaml.append("        - {operation: add_column, column: added, type: int}\n");
      yaml.append("        - {operation: widen_type, column: n, to: ").append(type).append("}\n");
      tables[i] = Lakes.iceberg(name, 2).columns(Column.of(1, "n", Lakes.type("int"))).build();
    }
    Plan large = Lakes.plan(Lakes.release(yaml.toString()), tables);

    // When
    String markdown = PlanMarkdown.render(large);

    // Then
    long refused = large.changes().stream().filter(PlanLayoutsTest::refused).count();
    assertThat(markdown.length()).isLessThan(60_000);
    assertThat(refused).isEqualTo(100);
    assertThat(markdown.lines().filter(line -> line.startsWith("| ❌"))).hasSize((int) refused);
    long shown = markdown.lines().filter(line -> line.startsWith("| ")).count() - 1;
    assertThat(markdown)
        .contains((large.changes().size() - shown) + " more changes are left out (")
        .contains(" more are left out");
    assertThat(markdown.split("<details", -1)).hasSameSizeAs(markdown.split("</details>", -1));
  }

  @Test
  void oneNameCannotFillTheComment() {
    // Given
    String name = "n".repeat(30_000);

    // When
    String markdown =
        PlanMarkdown.render(
            Lakes.plan(
                Lakes.release(
                    "lake.app.events",
                    "operation: add_column, column: " + name + ", type: int",
                    "operation: drop_column, column: text"),
                Lakes.events(2).build()));

    // Then
    assertThat(markdown.length()).isLessThan(60_000);
    assertThat(markdown).contains("nnn…", "`- text string`");
  }

  private static boolean refused(ChangeVerdict change) {
    return change.classification() == Classification.REFUSED;
  }
}
