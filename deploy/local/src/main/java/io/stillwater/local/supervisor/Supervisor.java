package io.stillwater.local.supervisor;

import io.stillwater.local.process.Part;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.StackState.Phase;
import io.stillwater.local.state.StateFile;
import java.util.ArrayList;
import java.util.List;

/** Starts the parts in order, keeps them running, and stops them in the opposite order. */
final class Supervisor {
  private final StateFile state;
  private final Journal journal;
  private final List<PartKeeper> foundation;
  private final List<PartKeeper> services;
  private final Runnable preparation;

  /**
   * @param foundation what the services need: broker and database
   * @param preparation what must be done on the foundation before a service starts
   */
  Supervisor(
      StateFile state,
      Journal journal,
      List<Part> foundation,
      Runnable preparation,
      List<Part> services) {
    this.state = state;
    this.journal = journal;
    this.foundation = keepers(foundation);
    this.preparation = preparation;
    this.services = keepers(services);
  }

  /** Returns when everything was started; keeping goes on in threads of its own. */
  void start() {
    state.update(now -> now.in(Phase.STARTING).supervisedBy(ProcessId.of(ProcessHandle.current())));
    foundation.forEach(PartKeeper::start);
    foundation.forEach(PartKeeper::awaitReady);
    preparation.run();
    services.forEach(PartKeeper::start);
    state.update(now -> now.in(Phase.RUNNING));
  }

  void stop() throws InterruptedException {
    journal.write("stopping");
    state.update(now -> now.in(Phase.STOPPING));
    stop(services);
    stop(foundation);
    state.update(now -> now.in(Phase.STOPPED).supervisedBy(null));
    journal.write("stopped");
  }

  private static void stop(List<PartKeeper> keepers) throws InterruptedException {
    keepers.forEach(PartKeeper::stop);
    for (PartKeeper keeper : keepers) {
      keeper.awaitStopped();
    }
  }

  private List<PartKeeper> keepers(List<Part> parts) {
    List<PartKeeper> keepers = new ArrayList<>();
    for (Part part : parts) {
      keepers.add(new PartKeeper(part, state, journal));
    }
    return List.copyOf(keepers);
  }
}
