package io.stillwater.cli.command;

import io.stillwater.checks.comparison.ComparisonResult;
import io.stillwater.checks.comparison.RowDifference;
import io.stillwater.checks.comparison.TableComparison;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.output.OutputOption;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.engine.PinnedTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compare two tables row by row.")
public final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "A table: catalog.schema.table.")
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The other table.")
  private String second;

  @Option(
      names = "--key",
      required = true,
      split = ",",
      paramLabel = "K",
      description = "The columns that tell rows apart, with commas between them.")
  private List<String> key;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many differing rows to show (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Mixin private OutputOption output;

  private final Session session;

  public CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ComparisonResult result;
    try (Catalogs catalogs = LakeConnection.open(session.target().lake())) {
      result =
          new TableComparison(LakeConnection.engine())
              .compare(pinned(catalogs, first), pinned(catalogs, second), key, samples);
    } catch (RuntimeException e) {
      throw new CliException(ExitCodes.UNREADABLE, "Cannot compare: " + e.getMessage(), e);
    }
    session.console().out().println(output.json() ? Json.text(result) : text(result));
    return result.equal() ? ExitCodes.OK : ExitCodes.DIFFERENT;
  }

  private static PinnedTable pinned(Catalogs catalogs, String text) {
    TableName name = TableName.parse(text);
    return PinnedTable.current(name, catalogs.iceberg(name).load(name));
  }

  private String text(ComparisonResult result) {
    if (result.equal()) {
      return "equal" + (result.rowsA() == null ? "" : ": %,d rows".formatted(result.rowsA()));
    }
    StringBuilder text =
        new StringBuilder(
            "different: %,d rows only in %s, %,d only in %s, %,d with other values"
                .formatted(result.onlyInA(), first, result.onlyInB(), second, result.different()));
    columns(text, first, result.columnsOnlyInA());
    columns(text, second, result.columnsOnlyInB());
    for (RowDifference sample : result.samples()) {
      text.append("%n  %s %s %s".formatted(sample.kind(), sample.key(), sample.values()));
    }
    return text.toString();
  }

  private static void columns(StringBuilder text, String table, List<String> columns) {
    if (!columns.isEmpty()) {
      text.append("%n  columns only in %s: %s".formatted(table, String.join(", ", columns)));
    }
  }
}
