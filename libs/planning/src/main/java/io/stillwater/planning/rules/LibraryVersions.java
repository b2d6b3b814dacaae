package io.stillwater.planning.rules;

import io.stillwater.planning.environment.EngineInUse;
import java.util.Optional;

/** Which engines in use have a format library older than one that is needed. */
public final class LibraryVersions {
  private LibraryVersions() {}

  /** Name and version of the first engine whose library is known to be older. */
  public static Optional<String> olderThan(
      PlanContext context, String library, int major, int minor) {
    return context.engines().stream()
        .filter(engine -> engine.library(library).filter(v -> older(v, major, minor)).isPresent())
        .map(engine -> describe(engine, library))
        .findFirst();
  }

  private static String describe(EngineInUse engine, String library) {
    return engine.name() + " (" + library + " " + engine.library(library).orElse("") + ")";
  }

  /** A version that cannot be read is not known to be older. */
  private static boolean older(String version, int major, int minor) {
    return ReleaseVersion.parse(version).filter(known -> known.before(major, minor)).isPresent();
  }
}
