package io.stillwater.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.ExitCodes;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesExportCommandTest {
  private static final TableName ORDERS = TableName.of("lake", "sales", "orders");
  private static final TableName USERS = TableName.of("other", "crm", "users");

  private static final String LOG =
      """
      {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
      {"metaData":{"id":"x","format":{"provider":"parquet","options":{}},"schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[{\\"name\\":\\"id\\",\\"type\\":\\"integer\\",\\"nullable\\":true,\\"metadata\\":{}}]}","partitionColumns":[],"configuration":{},"createdTime":0}}
      """;

  @TempDir Path folder;
  private Path environment;

  @BeforeEach
  void makeTwoCatalogs() throws IOException {
    environment = folder.resolve("environment.yaml");
    Files.writeString(
        environment,
        """
        apiVersion: stillwater/v1
        kind: Environment
        metadata: {name: test}
        spec:
          catalogs:
            lake: {type: delta, warehouse: "%s"}
            other: {type: delta, warehouse: "%s"}
          engines:
            - {name: flink, version: 1.20.1, libraries: {iceberg: 1.9.2}}
        """
            .formatted(folder.resolve("lake"), folder.resolve("other").toUri()));
    write("lake/sales/orders", LOG);
    write("other/crm/users", LOG);
  }

  @Test
  void allCatalogsOfTheEnvironmentAreExportedWithItsEngines() {
    // When
    CommandLineRun run = export();

    // Then
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
    TableSnapshot snapshot = snapshot(run);
    assertThat(snapshot.tables()).containsOnlyKeys(ORDERS, USERS);
    assertThat(snapshot.engines())
        .containsExactly(new EngineInUse("flink", null, "1.20.1", Map.of("iceberg", "1.9.2")));
  }

  @Test
  void oneCatalogOrOneTableCanBeNamed() {
    assertThat(snapshot(export("--catalog", "other")).tables()).containsOnlyKeys(USERS);
    assertThat(snapshot(export("lake.sales.orders")).tables()).containsOnlyKeys(ORDERS);
  }

  @Test
  void aTableThatCannotBeReadIsNamedAndTheRestIsExported() throws IOException {
    // Given
    write("lake/sales/broken", "{\"protocol\":{\"minReaderVersion\":9,\"minWriterVersion\":9}}\n");

    // When
    CommandLineRun run = export();

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.err())
        .contains("stillwater: Table lake.sales.broken cannot be read: ")
        .hasLineCount(1);
    assertThat(snapshot(run).tables()).containsOnlyKeys(ORDERS, USERS);
  }

  @Test
  void aTableThatIsNotThereIsNamedAndTheRestIsExported() {
    // When
    CommandLineRun run = export("lake.sales.none", "lake.sales.orders", "nowhere.a.b");

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.err())
        .contains("Table lake.sales.none cannot be read: there is no such table")
        .contains("Table nowhere.a.b cannot be read: Catalog 'nowhere' is not configured");
    assertThat(snapshot(run).tables()).containsOnlyKeys(ORDERS);
  }

  @Test
  void aCatalogThatIsNotInTheEnvironmentIsRefusedWithTheKnownOnes() {
    // When
    CommandLineRun run = export("--catalog", "lak");

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("There is no catalog 'lak'; known are [lake, other]");
  }

  @Test
  void anEngineOfUnknownVersionIsNamed() throws IOException {
    // Given
    Files.writeString(environment, Files.readString(environment).replace("version: 1.20.1, ", ""));

    // When
    CommandLineRun run = export();

    // Then
    assertThat(run.exitCode()).isEqualTo(ExitCodes.ERROR);
    assertThat(run.err()).contains("Engine flink:", "write its version");
    assertThat(snapshot(run).tables()).hasSize(2);
  }

  private CommandLineRun export(String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(
        new String[] {"tables", "export", "-e", environment.toString()}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(args);
  }

  private static TableSnapshot snapshot(CommandLineRun run) {
    Parsed<TableSnapshot> read = TableSnapshots.read(run.out());
    assertThat(read.errors()).isEmpty();
    return ((Parsed.Valid<TableSnapshot>) read).value();
  }

  private void write(String table, String log) throws IOException {
    Path file = folder.resolve(table).resolve("_delta_log/00000000000000000000.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, log);
  }
}
