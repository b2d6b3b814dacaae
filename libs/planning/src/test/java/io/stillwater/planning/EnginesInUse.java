package io.stillwater.planning;

import io.stillwater.planning.environment.EngineInUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Engines as truth tables write them: {@code trino 483; spark 3.5.5 iceberg=1.10.0}. */
public final class EnginesInUse {
  private EnginesInUse() {}

  /** None for null. */
  public static List<EngineInUse> parse(String text) {
    List<EngineInUse> engines = new ArrayList<>();
    if (text != null) {
      for (String engine : text.strip().split("\\s*;\\s*")) {
        engines.add(one(engine.split("\\s+")));
      }
    }
    return engines;
  }

  private static EngineInUse one(String[] words) {
    String version = null;
    Map<String, String> libraries = new TreeMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 0) {
        version = words[i];
      } else {
        libraries.put(words[i].substring(0, equals), words[i].substring(equals + 1));
      }
    }
    return new EngineInUse(words[0], null, version, libraries);
  }
}
