package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.ChangeVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two changes of one table in one release, in either order. */
class ChangeCombinationsTest {

  @ParameterizedTest(name = "{0} with {1} is {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          operation: add_column, column: new, type: int | operation: rename_column, from: text, to: words | PLANNED | ADD_COLUMN ADD_COLUMN BACKFILL SYNC DEPRECATE
          operation: add_column, column: s2, type: 'struct<a: int>' | operation: add_column, column: s2.b, type: int | PLANNED | ADD_COLUMN ADD_COLUMN
          operation: add_column, column: one, type: int, after: two | operation: add_column, column: two, type: int | PLANNED | ADD_COLUMN ADD_COLUMN
          operation: widen_type, column: n, to: bigint | operation: rename_column, from: n, to: number | PLANNED | ADD_COLUMN BACKFILL SYNC DEPRECATE WIDEN_TYPE
          operation: widen_type, column: n, to: bigint | operation: rename_column, from: n, to: number, strategy: in_place | PLANNED | RENAME_COLUMN WIDEN_TYPE
          operation: widen_type, column: s.a, to: bigint | operation: rename_column, from: s, to: t | PLANNED | ADD_COLUMN BACKFILL SYNC DEPRECATE WIDEN_TYPE
          operation: add_column, column: s.new, type: int | operation: rename_column, from: s, to: t, strategy: in_place | PLANNED | ADD_COLUMN RENAME_COLUMN
          operation: drop_partition, field: day(ts) | operation: drop_column, column: ts | PLANNED | DROP_PARTITION_FIELD DEPRECATE
          operation: replace_partition, from: day(ts), to: region | operation: drop_column, column: ts | PLANNED | DROP_PARTITION_FIELD ADD_PARTITION_FIELD DEPRECATE
          operation: set_sort_order, order: [n] | operation: drop_column, column: region | PLANNED | SET_SORT_ORDER DEPRECATE
          operation: add_column, column: new, type: int | operation: add_partition, field: 'bucket(4, new)' | PLANNED | ADD_COLUMN ADD_PARTITION_FIELD
          operation: add_column, column: new, type: int | operation: set_sort_order, order: [new] | PLANNED | ADD_COLUMN SET_SORT_ORDER
          operation: upgrade_format, version: 3 | operation: add_column, column: new, type: int, default: 1 | PLANNED | UPGRADE_FORMAT ADD_COLUMN
          operation: set_not_null, column: text | operation: set_comment, column: text, comment: words | PLANNED | SET_COMMENT SET_NOT_NULL
          operation: change_type_narrowing, column: big, to: int | operation: set_comment, column: big, comment: c | PLANNED | SET_COMMENT ADD_COLUMN BACKFILL SWAP_NAMES SYNC DEPRECATE
          operation: rename_column, from: text, to: words | operation: rename_column, from: day, to: date | PLANNED | ADD_COLUMN ADD_COLUMN BACKFILL SYNC DEPRECATE BACKFILL SYNC DEPRECATE
          operation: add_column, column: new, type: int | operation: rename_table, to: lake.app.other | PLANNED | ADD_COLUMN RENAME_TABLE
          operation: rename_column, from: text, to: region | operation: add_column, column: new, type: int | REFUSED | SW104
          operation: rename_column, from: text, to: day, strategy: in_place | operation: set_comment, column: day, comment: c | REFUSED | SW104
          operation: add_column, column: new, type: int, after: words | operation: rename_column, from: text, to: words | REFUSED | SW113
          operation: drop_column, column: ts | operation: add_column, column: new, type: int | REFUSED | SW306
          operation: rename_column, from: text, to: words | operation: add_column, column: words, type: int | INVALID | existence of words
          operation: drop_column, column: text | operation: add_column, column: text, type: int | INVALID | contradicts
          operation: rename_column, from: text, to: region | operation: rename_column, from: region, to: text | INVALID | existence of
          operation: rename_column, from: region, to: area | operation: rename_column, from: text, to: region | INVALID | existence of region
          operation: drop_column, column: s | operation: add_column, column: s.new, type: int | INVALID | which drops s
          operation: drop_column, column: s | operation: set_comment, column: s.a, comment: c | INVALID | which drops s
          operation: rename_column, from: text, to: words | operation: change_type_narrowing, column: text, to: int | INVALID | name of text
          operation: rename_table, to: lake.app.other | operation: rename_column, from: text, to: words, strategy: view | INVALID | release of its own
          """)
  void changesOfOneTableCombineOrContradictInWhateverOrder(
      String one, String two, String outcome, String detail) {
    for (List<String> order : List.of(List.of(one, two), List.of(two, one))) {
      if (outcome.equals("INVALID")) {
        assertThat(invalid(order)).as(order.toString()).contains(detail);
        continue;
      }
      Plan plan = plan(order);
      assertThat(plan.status()).as(order.toString()).isEqualTo(PlanStatus.valueOf(outcome));
      if (plan.status() == PlanStatus.PLANNED) {
        assertThat(effects(plan)).as(order.toString()).isEqualTo(sorted(detail));
      } else {
        assertThat(Lakes.codes(plan)).as(order.toString()).contains(detail);
      }
      assertThat(verdicts(plan)).isEqualTo(verdicts(plan(List.of(two, one))));
    }
  }

  private static Plan plan(List<String> changes) {
    return Lakes.plan(
        Lakes.release("lake.app.events", changes.toArray(String[]::new)), Lakes.events(2).build());
  }

  private static String invalid(List<String> changes) {
    try {
      Lakes.release("lake.app.events", changes.toArray(String[]::new));
      return "valid";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static String effects(Plan plan) {
    return sorted(
        plan.steps()
            .map(step -> step.kind().name())
            .filter(kind -> !List.of("CHECK", "VALIDATE", "TAG", "SOAK").contains(kind))
            .collect(Collectors.joining(" ")));
  }

  private static String sorted(String words) {
    return List.of(words.strip().split(" ")).stream().sorted().collect(Collectors.joining(" "));
  }

  private static List<String> verdicts(Plan plan) {
    return plan.changes().stream()
        .map(ChangeVerdict::withoutEstimate)
        .map(ChangeVerdict::toString)
        .sorted()
        .toList();
  }
}
