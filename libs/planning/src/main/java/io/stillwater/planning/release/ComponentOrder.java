package io.stillwater.planning.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Who is rolled out before whom, by what components say in {@code dependsOn}. */
public final class ComponentOrder {
  private final List<ComponentChange> sorted;
  private final Map<String, Integer> unfinished = new HashMap<>();
  private final Map<String, List<Integer>> waitingFor = new HashMap<>();
  private final int[] waits;

  private ComponentOrder(List<ComponentChange> sorted) {
    this.sorted = sorted;
    this.waits = new int[sorted.size()];
    sorted.forEach(one -> unfinished.merge(one.component(), 1, Integer::sum));
    for (int i = 0; i < waits.length; i++) {
      for (String needed : Set.copyOf(sorted.get(i).dependsOn())) {
        if (unfinished.containsKey(needed)) {
          waitingFor.computeIfAbsent(needed, name -> new ArrayList<>()).add(i);
          waits[i]++;
        }
      }
    }
  }

  /**
   * Each component after those it depends on, and otherwise as the comparator has it; components
   * that wait for each other, which no valid release holds, come last.
   */
  public static List<ComponentChange> of(
      List<ComponentChange> components, Comparator<ComponentChange> otherwise) {
    ComponentOrder order = new ComponentOrder(components.stream().sorted(otherwise).toList());
    List<ComponentChange> ordered = new ArrayList<>(order.settled());
    Set<ComponentChange> done = new HashSet<>(ordered);
    order.sorted.stream().filter(one -> !done.contains(one)).forEach(ordered::add);
    return ordered;
  }

  /** Names of components that wait for each other, the first again at the end; empty for none. */
  static List<String> cycle(List<ComponentChange> components) {
    ComponentOrder order = new ComponentOrder(components);
    order.settled();
    Set<String> way = new LinkedHashSet<>();
    String at = order.unfinishedNeed(order.unfinished.keySet());
    while (at != null && way.add(at)) {
      String name = at;
      at =
          order.unfinishedNeed(
              components.stream()
                  .filter(one -> one.component().equals(name))
                  .flatMap(one -> one.dependsOn().stream())
                  .toList());
    }
    if (at == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>(way);
    List<String> cycle = new ArrayList<>(names.subList(names.indexOf(at), names.size()));
    cycle.add(at);
    return cycle;
  }

  /** Those that wait for none, then those that waited for them alone, and so on. */
  private List<ComponentChange> settled() {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waits.length; i++) {
      if (waits[i] == 0) {
        ready.add(i);
      }
    }
    List<ComponentChange> settled = new ArrayList<>();
    while (!ready.isEmpty()) {
      ComponentChange next = sorted.get(ready.remove());
      settled.add(next);
      if (unfinished.merge(next.component(), -1, Integer::sum) == 0) {
        for (int waiting : waitingFor.getOrDefault(next.component(), List.of())) {
          waits[waiting]--;
          if (waits[waiting] == 0) {
            ready.add(waiting);
          }
        }
      }
    }
    return settled;
  }

  private String unfinishedNeed(Iterable<String> names) {
    for (String name : names) {
      if (unfinished.getOrDefault(name, 0) > 0) {
        return name;
      }
    }
    return null;
  }
}
