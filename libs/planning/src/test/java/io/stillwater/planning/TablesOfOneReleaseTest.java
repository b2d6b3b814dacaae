package io.stillwater.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.lakehouse.table.Column;
import io.stillwater.lakehouse.table.TableState;
import org.junit.jupiter.api.Test;

/** Tables of one release that depend on each other. */
class TablesOfOneReleaseTest {
  private static final TableState USERS = table("lake.crm.users");
  private static final TableState ORDERS = table("lake.sales.orders");

  @Test
  void aReferentialCheckNamesARenamedTableByItsNewName() {
    // Given
    String release =
        """
        apiVersion: stillwater/v1
        kind: Release
        metadata: {name: r, version: v1, environment: production}
        spec:
          tables:
            - table: lake.crm.users
              changes: [{operation: rename_table, to: lake.crm.people}]
          checks:
            quality:
              - table: lake.sales.orders
                referential: {id: lake.crm.%s.id}
        """;

    // When
    Plan old = Lakes.plan(Lakes.release(release.formatted("users")), USERS, ORDERS);
    Plan renamed = Lakes.plan(Lakes.release(release.formatted("people")), USERS, ORDERS);

    // Then
    assertThat(old.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(old.findings())
        .filteredOn(finding -> finding.code().equals("SW507"))
        .extracting("message")
        .containsExactly(
            "the referential check of lake.sales.orders names lake.crm.users, which is"
                + " lake.crm.people by then");
    assertThat(renamed.status()).isEqualTo(PlanStatus.PLANNED);
  }

  @Test
  void twoTablesDoNotTakeOneName() {
    // Given
    String release =
        """
        apiVersion: stillwater/v1
        kind: Release
        metadata: {name: r, version: v1, environment: production}
        spec:
          tables:
            - table: lake.crm.users
              changes: [{operation: rename_table, to: lake.crm.people}]
            - table: lake.crm.people
              changes: [{operation: create_table, columns: [{name: id, type: bigint}]}]
        """;

    // When / Then
    assertThatThrownBy(() -> Lakes.release(release))
        .hasMessageContaining(
            "create_table leads to lake.crm.people, as spec.tables[0].changes[0] does");
  }

  @Test
  void tablesDoNotSwapNamesInOneRelease() {
    // Given
    String release =
        """
        apiVersion: stillwater/v1
        kind: Release
        metadata: {name: r, version: v1, environment: production}
        spec:
          tables:
            - table: lake.crm.users
              changes: [{operation: rename_table, to: lake.sales.orders}]
            - table: lake.sales.orders
              changes: [{operation: rename_table, to: lake.crm.users}]
        """;

    // When
    Plan plan = Lakes.plan(Lakes.release(release), USERS, ORDERS);

    // Then
    assertThat(plan.status()).isEqualTo(PlanStatus.REFUSED);
    assertThat(Lakes.codes(plan)).contains("SW102");
  }

  private static TableState table(String name) {
    return Lakes.iceberg(name, 2).columns(Column.of(1, "id", Lakes.type("bigint"))).build();
  }
}
