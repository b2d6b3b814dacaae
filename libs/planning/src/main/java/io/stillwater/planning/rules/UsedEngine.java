package io.stillwater.planning.rules;

import io.stillwater.planning.environment.EngineInUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An engine in use, seen by what it is.
 *
 * @param format the format library that counts, e.g. {@code hudi}
 */
public record UsedEngine(EngineInUse engine, String format) {

  /** All in use of one kind, e.g. {@code spark}: their names hold it. */
  public static List<UsedEngine> of(PlanContext context, String kind, String format) {
    return all(context, format).stream().filter(used -> used.is(kind)).toList();
  }

  public static List<UsedEngine> all(PlanContext context, String format) {
    return context.engines().stream().map(engine -> new UsedEngine(engine, format)).toList();
  }

  public boolean is(String kind) {
    return name().toLowerCase(Locale.ROOT).contains(kind);
  }

  public String name() {
    return engine.name();
  }

  /** Of the engine itself; empty where it is not known or cannot be read. */
  public Optional<ReleaseVersion> version() {
    return ReleaseVersion.parse(engine.version());
  }

  /** Of the format's library in it; empty where it is not known or cannot be read. */
  public Optional<ReleaseVersion> library() {
    return engine.library(format).flatMap(ReleaseVersion::parse);
  }

  /** Name and what is known of its versions, e.g. {@code spark 3.5.5 (hudi 1.0.2)}. */
  public String label() {
    String version = engine.version() == null ? "" : " " + engine.version();
    String library = engine.library(format).map(one -> " (" + format + " " + one + ")").orElse("");
    return engine.name() + version + library;
  }
}
