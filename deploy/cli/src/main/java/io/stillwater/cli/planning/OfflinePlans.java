package io.stillwater.cli.planning;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.documents.DocumentErrors;
import io.stillwater.cli.documents.ReleaseSource;
import io.stillwater.events.plan.Plan;
import io.stillwater.planning.Planner;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.snapshot.TableSnapshot;
import io.stillwater.planning.snapshot.TableSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plans against a table snapshot, in this process: no lake and no service is asked. */
public record OfflinePlans(Environments environments, TableSnapshot tables) implements PlanMaker {

  /**
   * @throws CliException when the file is no table snapshot
   */
  public static OfflinePlans against(Path file, Environments environments) {
    Parsed<TableSnapshot> parsed = TableSnapshots.read(bytes(file));
    if (parsed instanceof Parsed.Valid<TableSnapshot> valid) {
      return new OfflinePlans(environments, valid.value());
    }
    throw new CliException(ExitCodes.REFUSED, file + ": " + DocumentErrors.text(parsed.errors()));
  }

  @Override
  public Plan plan(ReleaseSource source, Release release) {
    return new Planner().plan(release, environments.named(release.ref().environment()), tables);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      String reason = Files.exists(file) ? "cannot be read: " + e.getMessage() : "is not there";
      throw new CliException(ExitCodes.REFUSED, "The table snapshot " + file + " " + reason, e);
    }
  }
}
