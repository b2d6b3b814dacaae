package io.stillwater.cli.demo.traffic;

import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.EventPublisher;
import io.stillwater.events.Event;
import io.stillwater.events.EventTypes;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends the readers' latencies and outcomes to the metrics topic, a few times a second. */
final class Samples extends Looping {
  /** The component that the demo's releases watch. */
  static final String COMPONENT = "dashboards";

  private static final long PAUSE_MILLIS = 300;

  private final EventPublisher publisher;
  private final String environment;
  private final List<Sample> waiting = new ArrayList<>();

  Samples(String bootstrapServers, String environment) {
    super("samples", PAUSE_MILLIS);
    this.publisher = new EventPublisher(bootstrapServers);
    this.environment = environment;
  }

  synchronized void add(Outcome outcome, double millis) {
    waiting.add(new Sample("query_latency", millis, "ms", Instant.now(), outcome, Map.of()));
  }

  @Override
  void turn() {
    List<Sample> batch = take();
    if (batch.isEmpty()) {
      return;
    }
    publisher.publish(
        new Event<>(
            EventTypes.SAMPLES_RECORDED,
            CliEvents.SOURCE,
            UUID.randomUUID().toString(),
            COMPONENT,
            null,
            Instant.now(),
            Map.of(),
            new SamplesRecorded(COMPONENT, environment, "demo readers", batch)));
  }

  @Override
  void end() {
    publisher.close();
  }

  private synchronized List<Sample> take() {
    List<Sample> batch = List.copyOf(waiting);
    waiting.clear();
    return batch;
  }
}
