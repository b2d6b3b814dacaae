package io.stillwater.cli.command;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableCatalog;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.table.TableState;
import io.stillwater.local.lake.LakeSettings;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write the table snapshot that plan --tables reads.")
public final class TablesExportCommand implements Callable<Integer> {
  @Option(
      names = "--catalog",
      paramLabel = "C",
      description = "The catalog (default: ${DEFAULT-VALUE}).",
      defaultValue = LakeSettings.CATALOG)
  private String catalog;

  @Parameters(paramLabel = "TABLE", arity = "0..*", description = "All tables unless given.")
  private List<String> tables = List.of();

  private final Session session;

  public TablesExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LakeSettings lake = session.target().lake();
    if (!lake.catalog().equals(catalog)) {
      throw new CliException(
          ExitCodes.ERROR,
          "Catalog '%s' is not the local stack's; that is '%s'".formatted(catalog, lake.catalog()));
    }
    try (Catalogs catalogs = LakeConnection.open(lake)) {
      TableCatalog source = catalogs.catalog(catalog);
      List<TableName> names =
          tables.isEmpty() ? source.list() : tables.stream().map(TableName::parse).toList();
      List<TableState> states = names.stream().map(name -> describe(source, name)).toList();
      session.console().out().println(TableSnapshots.write(TableSnapshot.of(List.of(), states)));
    }
    return ExitCodes.OK;
  }

  private static TableState describe(TableCatalog source, TableName name) {
    return source
        .describe(name)
        .orElseThrow(() -> new CliException(ExitCodes.ERROR, "There is no table " + name));
  }
}
