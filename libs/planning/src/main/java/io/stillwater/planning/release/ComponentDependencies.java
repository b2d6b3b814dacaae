package io.stillwater.planning.release;

import io.stillwater.planning.document.Field;
import io.stillwater.planning.document.NearestWord;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds dependencies on what the release does not hold, and components that wait for each other.
 */
final class ComponentDependencies {
  private ComponentDependencies() {}

  static void check(List<ComponentChange> components, List<Field> items) {
    Map<String, Field> fields = new HashMap<>();
    items.forEach(item -> fields.put(item.path(), item));
    Set<String> names = new LinkedHashSet<>();
    components.forEach(one -> names.add(one.component()));
    for (ComponentChange component : components) {
      for (String needed : component.dependsOn()) {
        if (!names.contains(needed)) {
          String hint = NearestWord.hint(needed, names);
          at(component, fields)
              .wrong("component '" + needed + "' is not part of this release; " + hint);
        }
      }
    }
    List<String> cycle = ComponentOrder.cycle(components);
    components.stream()
        .filter(one -> !cycle.isEmpty() && one.component().equals(cycle.get(0)))
        .findFirst()
        .ifPresent(
            one ->
                at(one, fields)
                    .wrong(
                        "components wait for each other: "
                            + String.join(" → ", cycle)
                            + "; remove one dependency"));
  }

  private static Field at(ComponentChange component, Map<String, Field> fields) {
    Field item = fields.get(component.path());
    return new Field(item.path() + ".dependsOn", item.node(), item.problems());
  }
}
