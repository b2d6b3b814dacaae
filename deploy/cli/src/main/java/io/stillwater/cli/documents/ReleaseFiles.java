package io.stillwater.cli.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.events.EventJson;
import io.stillwater.planning.document.DocumentLimits;
import io.stillwater.planning.document.DocumentNode;
import io.stillwater.planning.document.Documents;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import io.stillwater.planning.environment.Environments;
import io.stillwater.planning.release.Release;
import io.stillwater.planning.release.ReleaseDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code -f} names: files of one or more documents, or folders of them.
 *
 * @param several whether more than one release was or could have been named, so that results are a
 *     list
 */
public record ReleaseFiles(
    List<ReleaseSource> releases, Environments environments, boolean several) {
  private static final String ENVIRONMENT = "Environment";

  /** Documents that lie beside releases and are none. */
  private static final Set<String> OTHER_KINDS = Set.of(ENVIRONMENT, "TableSnapshot");

  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");

  /**
   * @throws CliException when a file cannot be read or no release is among them
   */
  public static ReleaseFiles read(List<Path> paths) {
    List<ReleaseSource> releases = new ArrayList<>();
    List<Environment> environments = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        read(file, releases, environments);
      }
    }
    if (releases.isEmpty()) {
      throw new CliException(ExitCodes.REFUSED, paths + " holds no release (kind: Release)");
    }
    boolean several =
        paths.size() > 1 || releases.size() > 1 || paths.stream().anyMatch(Files::isDirectory);
    return new ReleaseFiles(List.copyOf(releases), new Environments(environments), several);
  }

  private static void read(
      Path file, List<ReleaseSource> releases, List<Environment> environments) {
    String text = text(file);
    List<Parsed<DocumentNode>> documents = Documents.read(text, DocumentLimits.WRITTEN);
    List<Parsed<Release>> parsed = ReleaseDocuments.parse(text);
    for (int i = 0; i < documents.size(); i++) {
      String origin = documents.size() == 1 ? file.toString() : file + " document " + (i + 1);
      JsonNode document = json(documents.get(i));
      String kind = document == null ? "" : document.path("kind").asText();
      if (!OTHER_KINDS.contains(kind)) {
        releases.add(new ReleaseSource(origin, document, parsed.get(i)));
      } else if (kind.equals(ENVIRONMENT)) {
        environments.add(environment(origin, EnvironmentDocuments.parse(text).get(i)));
      }
    }
  }

  private static Environment environment(String origin, Parsed<Environment> parsed) {
    if (parsed instanceof Parsed.Valid<Environment> valid) {
      return valid.value();
    }
    throw new CliException(
        ExitCodes.REFUSED, "%s: %s".formatted(origin, DocumentErrors.text(parsed.errors())));
  }

  private static JsonNode json(Parsed<DocumentNode> document) {
    return document instanceof Parsed.Valid<DocumentNode> valid
        ? EventJson.MAPPER.valueToTree(valid.value().value())
        : null;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> ENDINGS.contains(ending(file)))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static CliException unreadable(Path file, IOException e) {
    return new CliException(
        ExitCodes.REFUSED,
        Files.exists(file)
            ? "%s cannot be read as UTF-8 text: %s".formatted(file, e.getMessage())
            : "There is no file " + file,
        e);
  }
}
