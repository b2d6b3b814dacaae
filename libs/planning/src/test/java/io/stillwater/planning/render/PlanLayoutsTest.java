package io.stillwater.planning.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Plan;
import io.stillwater.planning.Lakes;
import org.junit.jupiter.api.Test;

class PlanLayoutsTest {
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
        .contains("risk HIGH")
        .contains("~ rename_column text  UNSAFE by expand_contract · backfill")
        .contains("! SW204")
        .contains("undo: EXACT until the next data commit")
        .contains("Later: after 14 days")
        .contains("1 safe, 1 unsafe, 0 refused")
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
  void markdownFoldsTheStepsAndEscapesWhatPeopleWrote() {
    // Given
    Plan odd =
        Lakes.plan(
            Lakes.release("lake.app.events", "operation: add_column, column: 'a|b<b>', type: int"),
            Lakes.events(2).build());

    // When
    String markdown = PlanMarkdown.render(odd);

    // Then
    assertThat(markdown)
        .contains("| `lake.app.events` | `add_column a\\|b<b>` | SAFE |")
        .contains("<details>")
        .contains("a\\|b\\<b\\>");
    assertThat(PlanMarkdown.render(PLAN)).contains("**SW201**", "✅ planned");
  }

  @Test
  void aCommentStaysUnderTheLimitHoweverLargeThePlan() {
    // Given
    String[] changes = new String[2_000];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = "operation: add_column, column: c" + i + ", type: int";
    }
    Plan large = Lakes.plan(Lakes.release("lake.app.events", changes), Lakes.events(2).build());

    // When
    String markdown = PlanMarkdown.render(large);

    // Then
    assertThat(markdown.length()).isLessThan(65_000);
    assertThat(markdown).contains("The rest is left out");
  }
}
