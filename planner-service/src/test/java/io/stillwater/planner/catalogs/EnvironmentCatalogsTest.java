package io.stillwater.planner.catalogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableFormat;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.planner.DeltaLog;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCatalogsTest {
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");

  private @TempDir Path folder;
  private EnvironmentCatalogs catalogs;

  @AfterEach
  void close() {
    catalogs.close();
  }

  @Test
  void eachEnvironmentReadsItsOwnCatalogOfTheName() throws IOException {
    // Given
    TableReader reader = reader(Map.of());
    Environment staging = environment("staging");
    Environment production = environment("production");

    // When
    Map<TableName, TableState> inStaging = reader.read(staging, List.of(ORDERS));
    Map<TableName, TableState> inProduction = reader.read(production, List.of(ORDERS));

    // Then
    assertThat(inStaging.get(ORDERS).format()).isEqualTo(TableFormat.DELTA);
    assertThat(inStaging.get(ORDERS).uuid()).isEqualTo("staging");
    assertThat(inProduction.get(ORDERS).uuid()).isEqualTo("production");
    assertThat(reader.read(Environment.withoutFile("testing"), List.of(ORDERS))).isEmpty();
  }

  @Test
  void anEnvironmentWithoutAFileReadsTheServicesOwnCatalogs() throws IOException {
    // Given
    DeltaLog.write(folder.resolve("own"), "own");
    TableReader reader =
        reader(
            Map.of("lake", Map.of("type", "delta", "warehouse", folder.resolve("own").toString())));

    // When
    Map<TableName, TableState> tables =
        reader.read(Environment.withoutFile("anywhere"), List.of(ORDERS));

    // Then
    assertThat(tables.get(ORDERS).uuid()).isEqualTo("own");
  }

  @Test
  void aCatalogThatDoesNotAnswerIsNamedWithTheTable() throws IOException {
    // Given
    TableReader reader = reader(Map.of());
    Environment broken = environment("broken");
    Files.writeString(DeltaLog.of(folder.resolve("broken")), "no log");

    // When / Then
    assertThatThrownBy(() -> reader.read(broken, List.of(ORDERS)))
        .isInstanceOf(UnreadableCatalogException.class)
        .hasMessageContaining("catalog lake could not be read for lake.sales.orders");
  }

  private TableReader reader(Map<String, Map<String, Object>> configured) {
    catalogs = new EnvironmentCatalogs(Catalogs.written(configured));
    return new TableReader(catalogs);
  }

  /** With one table, whose id is the environment's name. */
  private Environment environment(String name) throws IOException {
    DeltaLog.write(folder.resolve(name), name);
    String document =
        """
        apiVersion: stillwater/v1
        kind: Environment
        metadata: {name: %s}
        spec: {catalogs: {lake: {type: delta, warehouse: "%s"}}}
        """
            .formatted(name, folder.resolve(name));
    Parsed<Environment> parsed = EnvironmentDocuments.parse(document).get(0);
    assertThat(parsed.errors()).isEmpty();
    return ((Parsed.Valid<Environment>) parsed).value();
  }
}
