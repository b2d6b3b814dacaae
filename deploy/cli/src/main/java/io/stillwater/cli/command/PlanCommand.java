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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

  public PlanCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ReleaseFiles releases = files.read();
    List<Object> results = results(releases);
    if (format == Format.JSON) {
      session.console().out().println(Json.text(releases.several() ? results : results.get(0)));
    } else {
      for (int i = 0; i < results.size(); i++) {
        session.console().out().println(text(releases.releases().get(i), results.get(i)));
      }
    }
    return results.stream().allMatch(PlanCommand::isPlanned) ? ExitCodes.OK : ExitCodes.REFUSED;
  }

  /** Per release its plan, or an {@link InvalidDocument}. */
  private List<Object> results(ReleaseFiles releases) {
    List<Object> results = new ArrayList<>();
    PlanMaker maker = null;
    for (ReleaseSource source : releases.releases()) {
      if (source.release() instanceof Parsed.Valid<Release> valid) {
        maker = maker == null ? maker(releases) : maker;
        results.add(maker.plan(source, valid.value()));
      } else {
        results.add(InvalidDocument.of(source.release().errors()));
      }
    }
    return results;
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

  private static boolean isPlanned(Object result) {
    return result instanceof Plan plan && plan.status() == PlanStatus.PLANNED;
  }
}
