package io.stillwater.cli.documents;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of one environment. */
public final class EnvironmentFile {
  private EnvironmentFile() {}

  /**
   * @throws CliException when it cannot be read or holds anything but one environment
   */
  public static Environment read(Path file) {
    List<Parsed<Environment>> documents = EnvironmentDocuments.parse(text(file));
    if (documents.size() != 1) {
      throw new CliException(
          ExitCodes.ERROR,
          "%s holds %d documents; one environment is expected".formatted(file, documents.size()));
    }
    if (documents.get(0) instanceof Parsed.Valid<Environment> valid) {
      return valid.value();
    }
    throw new CliException(
        ExitCodes.ERROR, "%s: %s".formatted(file, DocumentErrors.text(documents.get(0).errors())));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CliException(
          ExitCodes.ERROR, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
