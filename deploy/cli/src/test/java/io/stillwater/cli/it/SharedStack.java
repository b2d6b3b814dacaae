package io.stillwater.cli.it;

import io.stillwater.cli.CommandLineRun;
import io.stillwater.cli.files.Folders;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.local.Installation;
import io.stillwater.local.LocalStack;
import io.stillwater.local.StackAddresses;
import io.stillwater.local.lake.LakeSettings;
import io.stillwater.local.state.StackDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;

/** One packaged system for all integration tests of this JVM; it ends with the JVM. */
final class SharedStack {
  private static final SharedStack INSTANCE = new SharedStack();

  private final Path folder;
  private final LocalStack stack;
  private final StackAddresses.Database database;
  private final Catalogs catalogs;

  private SharedStack() {
    // Its logs stay for whoever looks into a failure, until the next run.
    folder = Path.of("target", "an it stack").toAbsolutePath();
    stack = new LocalStack(new StackDirectory(folder), Installation.find(), System.out::println);
    stack.down();
    Folders.delete(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
    database = stack.up().database();
    catalogs = LakeConnection.open(stack.up().lake());
  }

  static SharedStack get() {
    return INSTANCE;
  }

  /** Waits until everything is ready, whatever was killed before. */
  StackAddresses up() {
    return stack.up();
  }

  Path folder() {
    return folder;
  }

  IcebergTableCatalog catalog() {
    return catalogs.iceberg(LakeSettings.CATALOG);
  }

  /** Of one of the stack's databases; whether the services are ready does not matter. */
  Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(
        database.url().replaceFirst("/postgres$", "/" + name),
        database.user(),
        database.password());
  }

  /** The command line, told of this stack. */
  CommandLineRun cli(String... args) {
    String[] all = Arrays.copyOf(args, args.length + 2);
    all[args.length] = "--dir";
    all[args.length + 1] = folder.toString();
    return CommandLineRun.of(all);
  }

  /** Ends a service as {@code kill -9} does; the supervisor brings it back. */
  void kill(String service) {
    kill(up().services().get(service).pid());
  }

  void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
