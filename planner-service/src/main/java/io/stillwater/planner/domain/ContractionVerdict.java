package io.stillwater.planner.domain;

import io.stillwater.events.plan.Consumer;
import io.stillwater.events.plan.ConsumerVerdict;
import io.stillwater.events.plan.Plan;
import io.stillwater.events.plan.PlanStatus;
import io.stillwater.planning.findings.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a grace period was waited for may be dropped now. */
public sealed interface ContractionVerdict {
  /** In words, for people. */
  String reason();

  /** Nobody reads it, and somebody would have been seen. */
  record Clear(String reason) implements ContractionVerdict {}

  /**
   * @param consumers who still reads it, or may
   */
  record Held(String reason, List<Consumer> consumers) implements ContractionVerdict {
    public Held {
      consumers = List.copyOf(consumers);
    }
  }

  /** What says that a reader may be there who was not seen. */
  Set<String> UNSEEN =
      Set.of(FindingCode.CONSUMERS_UNKNOWN.code(), FindingCode.ENGINE_NOT_OBSERVED.code());

  int NAMED = 3;

  /**
   * @param plan of the drop, made with the evidence of the whole grace period
   * @param blocked what else stands against it, in words
   * @param evidence what had to be shown, in words
   */
  static ContractionVerdict of(Plan plan, Optional<String> blocked, String evidence) {
    if (blocked.isPresent()) {
      return new Held(blocked.get(), List.of());
    }
    if (plan.status() != PlanStatus.PLANNED) {
      return new Held("it cannot be dropped: " + PlanFindings.refusals(plan), List.of());
    }
    List<Consumer> readers =
        plan.changes().stream()
            .flatMap(change -> change.consumers().stream())
            .filter(consumer -> consumer.verdict() != ConsumerVerdict.SAFE)
            .toList();
    if (!readers.isEmpty()) {
      return new Held("it is still read: " + named(readers), readers);
    }
    String unseen = PlanFindings.inWords(plan, finding -> UNSEEN.contains(finding.code()));
    return unseen.isEmpty()
        ? new Clear(evidence + ", and events arrived all the time")
        : new Held(unseen, List.of());
  }

  private static String named(List<Consumer> readers) {
    String names =
        readers.stream()
            .limit(NAMED)
            .map(ContractionVerdict::shown)
            .collect(Collectors.joining(", "));
    int left = readers.size() - NAMED;
    return left > 0 ? names + " and " + left + " more" : names;
  }

  private static String shown(Consumer reader) {
    return reader.lastSeen() == null
        ? reader.name()
        : reader.name() + " (last seen " + reader.lastSeen() + ")";
  }
}
