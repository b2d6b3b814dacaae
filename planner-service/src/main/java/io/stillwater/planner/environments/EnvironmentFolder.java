package io.stillwater.planner.environments;

import io.stillwater.events.release.DocumentError;
import io.stillwater.lakehouse.Catalogs;
import io.stillwater.planning.document.Parsed;
import io.stillwater.planning.environment.Environment;
import io.stillwater.planning.environment.EnvironmentDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the environments' files of a folder: {@code production.yaml}, {@code production/*.yaml}.
 */
final class EnvironmentFolder {
  private static final int DEPTH = 2;
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private EnvironmentFolder() {}

  /**
   * @throws InvalidEnvironmentException naming the file and everything that is wrong with it
   */
  static List<Environment> read(Path folder) {
    Map<String, Path> files = new HashMap<>();
    List<Environment> environments = new ArrayList<>();
    for (Path file : files(folder)) {
      for (Environment environment : environments(file)) {
        Path other = files.putIfAbsent(environment.name(), file);
        if (other != null) {
          throw new InvalidEnvironmentException(
              "environment %s is described by %s and by %s; keep one"
                  .formatted(environment.name(), other, file));
        }
        environments.add(environment);
      }
    }
    return environments;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.filter(EnvironmentFolder::isDocument).sorted().toList();
    } catch (IOException e) {
      throw new InvalidEnvironmentException(
          "stillwater.environments.dir=" + folder + " cannot be read: " + e, e);
    }
  }

  private static boolean isDocument(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static List<Environment> environments(Path file) {
    return EnvironmentDocuments.parse(text(file)).stream()
        .map(document -> environment(file, document))
        .toList();
  }

  private static Environment environment(Path file, Parsed<Environment> environment) {
    if (environment instanceof Parsed.Valid<Environment> valid) {
      requireCatalogs(file, valid.value());
      return valid.value();
    }
    throw new InvalidEnvironmentException(
        environment.errors().stream()
            .map(EnvironmentFolder::line)
            .collect(Collectors.joining("; ", file + ": ", "")));
  }

  /** Nothing is connected to: what a catalog's type needs must be written. */
  private static void requireCatalogs(Path file, Environment environment) {
    try {
      Catalogs.written(environment.catalogs()).close();
    } catch (IllegalArgumentException e) {
      throw new InvalidEnvironmentException(file + ": " + e.getMessage(), e);
    }
  }

  private static String line(DocumentError error) {
    return error.path().isEmpty() ? error.message() : error.path() + ": " + error.message();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidEnvironmentException(file + " cannot be read: " + e, e);
    }
  }
}
