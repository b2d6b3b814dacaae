package io.stillwater.cli.demo.run;

import java.util.ArrayList;
import java.util.List;

/** What the demo promised, each with what was found. */
public final class Promises {
  private final List<Promise> promises = new ArrayList<>();

  /**
   * @param found what was seen, in words, whether it was kept or not
   */
  public void check(String promise, boolean kept, String found) {
    promises.add(new Promise(promise, kept, found));
  }

  public boolean allKept() {
    return !promises.isEmpty() && promises.stream().allMatch(Promise::kept);
  }

  public List<Promise> all() {
    return List.copyOf(promises);
  }

  public record Promise(String what, boolean kept, String found) {
    @Override
    public String toString() {
      return "%-4s %-46s %s".formatted(kept ? "ok" : "NOT", what, found);
    }
  }
}
