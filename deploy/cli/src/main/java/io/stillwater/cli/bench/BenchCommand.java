package io.stillwater.cli.bench;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.files.Folders;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.cli.output.TextTable;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.TableName;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.local.Installation;
import io.stillwater.local.LocalStack;
import io.stillwater.local.StackAddresses;
import io.stillwater.local.state.StackDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.types.Types;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure speed and size on this machine.")
public final class BenchCommand implements Callable<Integer> {
  /** What can be measured by itself. */
  enum Subject {
    /** Plans from a table snapshot: no stack is needed. */
    PLANNING,
    /** Steps, commands and size of a local stack of the bench's own. */
    STACK
  }

  @Parameters(
      paramLabel = "planning|stack",
      arity = "0..*",
      description = "What to measure: ${COMPLETION-CANDIDATES}; all unless given.")
  private Set<Subject> subjects = EnumSet.allOf(Subject.class);

  private static final TableName TABLE = TableName.of("lake", "bench", "deployed");

  private final Session session;
  private final Installation installation = Installation.find();

  public BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Measurement> results = new ArrayList<>();
    if (subjects.contains(Subject.PLANNING)) {
      session.console().progress("plan of one release");
      results.add(new PlanBench(installation).measure());
      session.console().progress("plans of thousands of tables");
      results.addAll(new SnapshotBench(installation).measure());
    }
    if (subjects.contains(Subject.STACK)) {
      stack(results);
    }
    print(results);
    return ExitCodes.OK;
  }

  private void stack(List<Measurement> results) {
    StackDirectory directory = temporary();
    LocalStack stack = new LocalStack(directory, installation, session.console()::progress);
    Thread interrupted = new Thread(stack::down, "bench-end");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      double up = Stopwatch.millis(stack::up);
      results.add(
          new Measurement(
              "up, on an empty folder",
              String.format(Locale.ROOT, "%.1f s", up / 1000),
              "≤ 60 s on 2 cores"));
      measure(stack.up(), results);
      results.add(StackMemory.measure(stack.up(), stack.supervisorPid()));
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      stack.down();
    }
    Folders.delete(directory.root());
  }

  private void measure(StackAddresses addresses, List<Measurement> results) {
    try (Catalogs catalogs = LakeConnection.open(addresses.lake())) {
      IcebergTableCatalog catalog = catalogs.iceberg(addresses.lake().catalog());
      ((SupportsNamespaces) catalog.icebergCatalog()).createNamespace(Namespace.of("bench"));
      session.console().progress("schema steps");
      results.add(new SchemaStepBench(installation, addresses.lake()).measure());
      catalog
          .icebergCatalog()
          .createTable(
              catalog.identifier(TABLE),
              new Schema(Types.NestedField.optional(1, "id", Types.LongType.get())));
      try (BenchDeployment deployment = new BenchDeployment(addresses.kafka().bootstrap())) {
        deployment.startSoaking(TABLE);
        ReactionBench reactions = new ReactionBench(deployment);
        session.console().progress("commands");
        results.add(reactions.commands());
        session.console().progress("a hard failure");
        results.add(reactions.hardFailure());
      }
    }
  }

  private void print(List<Measurement> results) {
    TextTable table = new TextTable("WHAT", "MEASURED", "GOAL");
    results.forEach(result -> table.row(result.what(), result.measured(), result.goal()));
    session.console().out().println(table.text());
  }

  private static StackDirectory temporary() {
    try {
      return new StackDirectory(Files.createTempDirectory("stillwater-bench"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make a temporary folder", e);
    }
  }
}
