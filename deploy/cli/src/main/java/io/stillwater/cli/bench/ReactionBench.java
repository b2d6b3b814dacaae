package io.stillwater.cli.bench;

import io.stillwater.cli.follow.CliEvents;
import io.stillwater.events.Event;
import io.stillwater.events.EventType;
import io.stillwater.events.EventTypes;
import io.stillwater.events.command.Command;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.events.metrics.SamplesRecorded;
import io.stillwater.events.metrics.SamplesRecorded.Outcome;
import io.stillwater.events.metrics.SamplesRecorded.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** How soon a soaking deployment does what a command or a failure asks of it. */
final class ReactionBench {
  private static final int COMMANDS = 100;
  private static final int SAMPLES = 40;

  private final BenchDeployment deployment;

  ReactionBench(BenchDeployment deployment) {
    this.deployment = deployment;
  }

  Measurement commands() {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < COMMANDS / 2; i++) {
      times.add(command(EventTypes.PAUSE, DeploymentState.PAUSED));
      times.add(command(EventTypes.RESUME, DeploymentState.SOAKING));
    }
    Figures figures = Figures.of(times);
    return new Measurement(
        "command event → first action",
        "p50 %s, p99 %s of %d"
            .formatted(
                Figures.millis(figures.median()), Figures.millis(figures.percentile(99)), COMMANDS),
        "p99 ≤ 2 s");
  }

  /** Every query of the watched component fails from one moment on. */
  Measurement hardFailure() {
    samples(Outcome.OK);
    double millis =
        Stopwatch.millis(
            () -> {
              samples(Outcome.FAILED);
              deployment.await(DeploymentState.ROLLING_BACK);
            });
    return new Measurement("hard failure → rollback started", Figures.millis(millis), "≤ 5 s");
  }

  private double command(EventType<Command> type, DeploymentState expected) {
    Command command = new Command(deployment.id(), "bench", CliEvents.actor(), null, null);
    return Stopwatch.millis(
        () -> {
          deployment.publisher().publish(CliEvents.command(type, command));
          deployment.await(expected);
        });
  }

  private void samples(Outcome outcome) {
    List<Sample> samples =
        IntStream.range(0, SAMPLES)
            .mapToObj(
                i -> new Sample("query_latency", 20.0, "ms", Instant.now(), outcome, Map.of()))
            .toList();
    deployment
        .publisher()
        .publish(
            new Event<>(
                EventTypes.SAMPLES_RECORDED,
                CliEvents.SOURCE,
                UUID.randomUUID().toString(),
                BenchDeployment.COMPONENT,
                null,
                Instant.now(),
                Map.of(),
                new SamplesRecorded(
                    BenchDeployment.COMPONENT, BenchDeployment.ENVIRONMENT, "bench", samples)));
  }
}
