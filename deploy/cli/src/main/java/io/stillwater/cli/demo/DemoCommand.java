package io.stillwater.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.demo.lake.DemoLake;
import io.stillwater.cli.demo.run.BreakAct;
import io.stillwater.cli.demo.run.DemoContext;
import io.stillwater.cli.demo.run.Promises;
import io.stillwater.cli.demo.run.ReferenceAct;
import io.stillwater.cli.demo.run.Screen;
import io.stillwater.cli.demo.traffic.Traffic;
import io.stillwater.cli.documents.ReleaseFiles;
import io.stillwater.cli.files.Folders;
import io.stillwater.cli.lake.LakeConnection;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.lakehouse.engine.EmbeddedEngine;
import io.stillwater.lakehouse.engine.EngineSettings;
import io.stillwater.lakehouse.iceberg.IcebergTableCatalog;
import io.stillwater.local.Installation;
import io.stillwater.local.LocalStack;
import io.stillwater.local.StackAddresses;
import io.stillwater.local.state.StackDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "The whole system and one release on real tables under live readers.")
public final class DemoCommand implements Callable<Integer> {
  private static final String ENVIRONMENT = "production";

  @Option(names = "--break", description = "Then a bad release that is taken back.")
  private boolean breakIt;

  @Option(names = "--keep", description = "Leave the demo's stack running.")
  private boolean keep;

  private final Session session;
  private final Installation installation = Installation.find();

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StackDirectory directory = new StackDirectory(folder());
    refuseForeign(directory);
    Promises promises = new Promises();
    try (Screen screen = new Screen(session.console())) {
      LocalStack stack = new LocalStack(directory, installation, screen::line);
      Thread interrupted = new Thread(stack::down, "demo-end");
      Runtime.getRuntime().addShutdownHook(interrupted);
      try {
        // An earlier demo's tables have the release already.
        stack.down();
        Folders.delete(directory.root());
        play(screen, stack.up(), directory, promises);
        end(screen, promises);
      } finally {
        Runtime.getRuntime().removeShutdownHook(interrupted);
        leave(screen, stack);
      }
    }
    return promises.allKept() ? ExitCodes.OK : ExitCodes.ERROR;
  }

  private void play(
      Screen screen, StackAddresses addresses, StackDirectory directory, Promises promises) {
    screen.line("page: " + addresses.serviceUrl("monitor") + "/");
    try (Catalogs catalogs = LakeConnection.open(addresses.lake())) {
      IcebergTableCatalog catalog = catalogs.iceberg(addresses.lake().catalog());
      screen.line("making the lake: orders, users and products");
      DemoLake.create(catalog);
      Path spill = directory.root().resolve("spill");
      EmbeddedEngine engine = new EmbeddedEngine(new EngineSettings(256, 1, spill));
      try (Traffic traffic =
          new Traffic(catalog, addresses.kafka().bootstrap(), ENVIRONMENT, spill).start()) {
        screen.line("four readers and a writer are at work");
        screen.live(
            () ->
                "reads: %s | writes: %s"
                    .formatted(traffic.reads().count(), traffic.writes().count()));
        DemoContext demo = new DemoContext(screen, addresses, catalog, engine, traffic, promises);
        new ReferenceAct(demo).play(release("reference.yaml"));
        if (breakIt) {
          screen.line("now a release that renames a column its readers name");
          new BreakAct(demo).play(release("bad.yaml"));
        }
      }
    }
  }

  private void end(Screen screen, Promises promises) {
    screen.live(() -> "");
    screen.line("");
    promises.all().forEach(promise -> screen.line(promise.toString()));
    screen.line(promises.allKept() ? "All as promised." : "Not as promised.");
  }

  private void leave(Screen screen, LocalStack stack) {
    if (keep) {
      screen.line("the stack goes on; stop it with ./stillwater down --dir \"" + folder() + "\"");
    } else {
      stack.down();
    }
  }

  /** The demo starts on an empty folder, so it must not empty one that is not its own. */
  private static void refuseForeign(StackDirectory directory) {
    if (Files.exists(directory.root()) && Files.notExists(directory.stateFile())) {
      throw new CliException(
          ExitCodes.ERROR,
          directory.root() + " holds no demo, and the demo would empty it; name another --dir");
    }
  }

  private Path folder() {
    Path root =
        session.options().dir() == null
            ? installation.defaultStack().root()
            : session.options().dir();
    return root.resolve("demo");
  }

  private JsonNode release(String example) {
    Path file = installation.home().resolve("deploy/examples").resolve(example);
    return ReleaseFiles.read(List.of(file)).releases().get(0).document();
  }
}
