package io.stillwater.executor.domain;

import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.Step;
import io.stillwater.events.plan.StepArguments;
import io.stillwater.events.plan.StepKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables and components that one deployment at a time may touch. */
public final class Resources {
  private Resources() {}

  public static Set<String> of(Plan plan) {
    Set<String> resources = new TreeSet<>();
    plan.steps()
        .filter(step -> step.kind() != StepKind.CHECK && step.kind() != StepKind.SOAK)
        .flatMap(Resources::of)
        .forEach(resources::add);
    return resources;
  }

  private static Stream<String> of(Step step) {
    Stream<String> more =
        step.arguments() instanceof StepArguments.RenameTable rename
            ? Stream.of(rename.to())
            : step.arguments() instanceof StepArguments.CreateView view
                ? Stream.of(view.view())
                : Stream.empty();
    return Stream.concat(Stream.ofNullable(step.target()), more);
  }
}
