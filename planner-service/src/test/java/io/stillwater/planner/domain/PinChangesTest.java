package io.stillwater.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.events.plan.Pin;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinChangesTest {
  private static final Pin ORDERS = new Pin("lake.sales.orders", "u1", 2, 811L, 0);

  @Test
  void aTableThatStandsWhereItStoodIsNoChange() {
    assertThat(PinChanges.between(List.of(ORDERS), List.of(ORDERS))).isEmpty();
  }

  @Test
  void everyIdThatMovedIsNamed() {
    // Given
    Pin now = new Pin("lake.sales.orders", "u1", 3, 812L, 1);

    // When
    List<String> changes = PinChanges.between(List.of(ORDERS), List.of(now));

    // Then
    assertThat(changes)
        .containsExactly(
            "lake.sales.orders: schema 2 became 3, partition spec 0 became 1, snapshot 811 became 812");
  }

  @Test
  void anUpgradeOfTheFormatIsNamed() {
    // Given
    Pin two = new Pin("lake.sales.orders", "u1", 2, 811L, 0, 2);
    Pin three = new Pin("lake.sales.orders", "u1", 2, 811L, 0, 3);

    // When
    List<String> changes = PinChanges.between(List.of(two), List.of(three));

    // Then
    assertThat(changes).containsExactly("lake.sales.orders: format version 2 became 3");
  }

  @Test
  void aFirstSnapshotIsShownAsOne() {
    // Given
    Pin empty = new Pin("lake.sales.orders", "u1", 2, null, 0);

    // When
    List<String> changes = PinChanges.between(List.of(empty), List.of(ORDERS));

    // Then
    assertThat(changes).containsExactly("lake.sales.orders: snapshot none became 811");
  }

  @Test
  void aTableMadeAnewUnderTheSameNameIsAnotherTable() {
    // Given
    Pin recreated = new Pin("lake.sales.orders", "u2", 0, null, 0);

    // When
    List<String> changes = PinChanges.between(List.of(ORDERS), List.of(recreated));

    // Then
    assertThat(changes).containsExactly("lake.sales.orders: it is another table of that name now");
  }

  @Test
  void tablesThatCameOrWentAreNamed() {
    // Given
    Pin users = new Pin("lake.crm.users", "u9", 0, null, 0);

    // When
    List<String> changes = PinChanges.between(List.of(ORDERS), List.of(users));

    // Then
    assertThat(changes).containsExactly("lake.sales.orders is gone", "lake.crm.users is new");
  }
}
