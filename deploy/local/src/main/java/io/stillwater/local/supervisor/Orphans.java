package io.stillwater.local.supervisor;

import io.stillwater.local.Parts;
import io.stillwater.local.process.ProcessEnd;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.StackState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Parts that outlived a supervisor which was killed. */
public final class Orphans {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Orphans() {}

  /** Ends them, the services first; returns the names of those that ran. */
  public static List<String> end(StackState state) {
    List<String> names = new ArrayList<>(Parts.ALL);
    Collections.reverse(names);
    List<String> ended = new ArrayList<>();
    for (String name : names) {
      Optional.ofNullable(state.parts().get(name))
          .map(part -> part.process())
          .flatMap(ProcessId::alive)
          .ifPresent(
              process -> {
                ProcessEnd.request(process, GRACE);
                ended.add(name);
              });
    }
    return ended;
  }
}
