package io.stillwater.cli.command;

import io.stillwater.catalogs.engines.DiscoveredEngines;
import io.stillwater.catalogs.engines.EngineDiscovery;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.documents.EnvironmentFile;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.cli.lake.LakeExport;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.planning.environment.EngineInUse;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
      names = {"-e", "--environment"},
      paramLabel = "FILE",
      description = "The catalogs and engines of this environment (default: the local stack's).")
  private Path environment;

  @Option(
      names = "--catalog",
      paramLabel = "C",
      description = "This catalog alone; all of them unless given.")
  private String catalog;

  @Parameters(paramLabel = "TABLE", arity = "0..*", description = "All tables unless given.")
  private List<String> tables = List.of();

  private final Session session;

  public TablesExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (environment == null) {
      try (Catalogs catalogs = LakeConnection.open(session.target().lake())) {
        return export(catalogs, List.of()) ? ExitCodes.OK : ExitCodes.ERROR;
      }
    }
    Environment file = EnvironmentFile.read(environment);
    try (Catalogs catalogs = Catalogs.written(file.catalogs())) {
      DiscoveredEngines found = new EngineDiscovery().discover(file.engines());
      found.problems().forEach(this::warn);
      boolean complete = export(catalogs, found.engines());
      return complete && found.problems().isEmpty() ? ExitCodes.OK : ExitCodes.ERROR;
    }
  }

  /** Whether all that was asked for could be read. */
  private boolean export(Catalogs catalogs, List<EngineInUse> engines) {
    LakeExport export = new LakeExport(catalogs, this::warn);
    List<TableName> names =
        tables.isEmpty()
            ? export.list(wanted(catalogs))
            : tables.stream().map(TableName::parse).toList();
    TableSnapshot snapshot = TableSnapshot.of(engines, export.describe(names));
    session.console().out().println(TableSnapshots.write(snapshot));
    return export.isComplete();
  }

  private Set<String> wanted(Catalogs catalogs) {
    Set<String> known = new TreeSet<>(catalogs.names());
    if (catalog == null) {
      return known;
    }
    if (!known.contains(catalog)) {
      throw new CliException(
          ExitCodes.ERROR, "There is no catalog '%s'; known are %s".formatted(catalog, known));
    }
    return Set.of(catalog);
  }

  private void warn(String line) {
    session.console().err().println("stillwater: " + line);
  }
}
