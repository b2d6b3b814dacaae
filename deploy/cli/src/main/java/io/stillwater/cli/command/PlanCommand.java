package io.stillwater.cli.command;

import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.Session;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.cli.documents.FileOption;
import io.stillwater.cli.documents.InvalidDocument;
import io.stillwater.cli.documents.ReleaseFiles;
import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.cli.output.Format;
import io.stillwater.cli.output.Json;
import io.stillwater.cli.planning.OfflinePlans;
import io.stillwater.cli.planning.PlanMaker;
import io.stillwater.cli.planning.PlannerPlans;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.render.PlanMarkdown;
import io.stillwater.planning.render.PlanText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Show what a release would do; nothing is applied.")
public final class PlanCommand implements Callable<Integer> {
  @Mixin private FileOption files;

  @Option(
      names = "--tables",
      paramLabel = "T",
      description = "A table snapshot to plan against; unless given the planner is asked.")
  private Path tables;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json|markdown",
      defaultValue = "text",
      description = "How the plan is written: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TEXT;

  private final Session session;
  private PlanMaker maker;

  public PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReleaseFiles releases = files.read();
    PrintStream out = session.console().out();
    if (format == Format.JSON && releases.several()) {
      try (Json.Array array = Json.array(out)) {
        return each(releases, (source, result) -> array.add(result));
      }
    }
    if (format == Format.JSON) {
      return each(releases, (source, result) -> Json.print(result, out));
    }
    return each(releases, (source, result) -> out.println(text(source, result)));
  }

  /** Deals with one release after the other and keeps none. */
  private int each(ReleaseFiles releases, BiConsumer<ReleaseSource, Object> print) {
    Tally tally = new Tally();
    releases.forEach(
        source -> {
          Object result = result(source, releases);
          tally.count(result);
          print.accept(source, result);
        });
    if (tally.results == 0) {
      throw releases.none();
    }
    return tally.results == tally.planned ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  /** Its plan, or an {@link InvalidDocument}. */
  private Object result(ReleaseSource source, ReleaseFiles releases) {
    if (source.release() instanceof Parsed.Valid<Release> valid) {
      maker = maker == null ? maker(releases) : maker;
      return maker.plan(source, valid.value());
    }
    return InvalidDocument.of(source);
  }

  private PlanMaker maker(ReleaseFiles releases) {
    return tables == null
        ? new PlannerPlans(session.target().planner())
        : OfflinePlans.against(tables, releases.environments());
  }

  private String text(ReleaseSource source, Object result) {
    if (result instanceof Plan plan) {
      return format == Format.MARKDOWN
          ? PlanMarkdown.render(plan)
          : PlanText.render(plan, session.console().interactive());
    }
    return source.origin() + ": " + DocumentErrors.text(source.release().errors());
  }

  private static final class Tally {
    private int results;
    private int planned;

    private void count(Object result) {
      results++;
      planned += result instanceof Plan plan && plan.status() == PlanStatus.PLANNED ? 1 : 0;
    }
  }
}
