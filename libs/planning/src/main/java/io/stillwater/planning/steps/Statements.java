package io.stillwater.planning.steps;

import io.stillwater.lakehouse.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a person would do a step by hand.
 *
 * @param byEngine SQL by the engine's name; an engine that has no statement for it is left out
 * @param nativeCall the call of the format's own library; null where it has none
 */
public record Statements(Map<String, String> byEngine, String nativeCall) {
  public static final Statements NONE = new Statements(Map.of(), null);

  public Statements {
    // In its order, so that one plan is one text.
    byEngine = Collections.unmodifiableMap(new LinkedHashMap<>(byEngine));
  }

  /** A null text leaves the engine out. */
  public static Statements of(Function<Dialect, String> statement) {
    Map<String, String> statements = new LinkedHashMap<>();
    String trino = statement.apply(Dialect.TRINO);
    String spark = statement.apply(Dialect.SPARK);
    if (trino != null) {
      statements.put("trino", trino);
    }
    if (spark != null) {
      statements.put("spark", spark);
    }
    return new Statements(statements, null);
  }

  public static Statements spark(String statement) {
    return of(dialect -> dialect == Dialect.SPARK ? statement : null);
  }

  public static Statements trino(String statement) {
    return of(dialect -> dialect == Dialect.TRINO ? statement : null);
  }

  /** The same for the other engines alone. */
  public Statements without(String engine) {
    Map<String, String> others = new LinkedHashMap<>(byEngine);
    others.remove(engine);
    return new Statements(others, nativeCall);
  }

  /** These, and those of the other for its engines; its call, where it has one. */
  public Statements and(Statements other) {
    Map<String, String> all = new LinkedHashMap<>(byEngine);
    all.putAll(other.byEngine);
    return new Statements(all, other.nativeCall == null ? nativeCall : other.nativeCall);
  }

  /** The same for one engine alone. */
  public Statements only(String engine) {
    Map<String, String> one = new LinkedHashMap<>(byEngine);
    one.keySet().retainAll(List.of(engine));
    return new Statements(one, nativeCall);
  }

  public Statements withCall(String call) {
    return new Statements(byEngine, call);
  }

  /** This and then the other: for the engines that have a statement for both. */
  public Statements then(Statements other) {
    Map<String, String> both = new LinkedHashMap<>();
    byEngine.forEach(
        (engine, first) -> {
          String second = other.byEngine.get(engine);
          if (second != null) {
            both.put(engine, first + "; " + second);
          }
        });
    List<String> calls = new ArrayList<>();
    for (String call : new String[] {nativeCall, other.nativeCall}) {
      if (call != null) {
        calls.add(call);
      }
    }
    return new Statements(both, calls.size() == 2 ? String.join("; ", calls) : null);
  }
}
