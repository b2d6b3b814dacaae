package io.stillwater.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.events.Event;
import io.stillwater.events.Topics;
import io.stillwater.events.command.Command;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Publishes a release and follows it by its events. */
public final class ReleaseRun implements AutoCloseable {
  private static final List<String> FOLLOWED =
      List.of(Topics.RELEASES, Topics.PLANS, Topics.DEPLOYMENTS, Topics.CHECKS, Topics.COMMANDS);

  private final EventFeed feed;
  private final EventPublisher publisher;

  public ReleaseRun(String bootstrapServers) {
    this.feed = EventFeed.fromNow(bootstrapServers, FOLLOWED);
    this.publisher = new EventPublisher(bootstrapServers);
  }

  public void publish(ReleaseIds ids, JsonNode document) {
    JsonNode metadata = document.path("metadata");
    String key = metadata.path("environment").asText() + "/" + metadata.path("name").asText();
    publisher.publish(CliEvents.release(ids.requestId(), key, ids.deploymentId(), document));
  }

  public void command(Event<Command> command) {
    publisher.publish(command);
  }

  /**
   * @param listener told of every event after the follower, also of those about other releases
   */
  public ReleaseOutcome follow(
      ReleaseFollower follower, Duration limit, Consumer<Event<?>> listener) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<Event<?>> next = feed.next(Duration.ofNanos(deadline - System.nanoTime()));
      if (next.isEmpty()) {
        return new ReleaseOutcome(
            ReleaseOutcome.Kind.TIMED_OUT,
            "not ended within %d s, last in state %s"
                .formatted(limit.toSeconds(), follower.state()));
      }
      Optional<ReleaseOutcome> outcome = next.flatMap(follower::accept);
      next.ifPresent(listener);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  @Override
  public void close() {
    feed.close();
    publisher.close();
  }
}
