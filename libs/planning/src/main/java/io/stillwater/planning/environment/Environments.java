package io.stillwater.planning.environment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Environments that have a file; any other name gets the rules of {@link Environment#withoutFile}.
 */
public final class Environments {
  private final Map<String, Environment> byName = new HashMap<>();

  public Environments(Collection<Environment> written) {
    written.forEach(environment -> byName.put(environment.name(), environment));
  }

  /** Those that have a file. */
  public Collection<Environment> all() {
    return List.copyOf(byName.values());
  }

  public Environment named(String name) {
    Environment written = byName.get(name);
    return written == null ? Environment.withoutFile(name) : written;
  }
}
