package io.stillwater.cli.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.cli.follow.CliEvents;
import io.stillwater.cli.follow.EventFeed;
import io.stillwater.cli.follow.EventPublisher;
import io.stillwater.cli.follow.ReleaseIds;
import io.stillwater.events.Event;
import io.stillwater.events.EventJson;
import io.stillwater.events.Topics;
import io.stillwater.events.deployment.DeploymentEvent;
import io.stillwater.events.deployment.DeploymentState;
import io.stillwater.lakehouse.TableName;
import java.time.Duration;
import java.util.List;

/** A deployment that soaks for long, so that it can be spoken to. */
final class BenchDeployment implements AutoCloseable {
  static final String COMPONENT = "bench";
  static final String ENVIRONMENT = "bench";

  private static final Duration LIMIT = Duration.ofSeconds(120);

  private final ReleaseIds ids = ReleaseIds.fresh();
  private final EventFeed feed;
  private final EventPublisher publisher;

  BenchDeployment(String bootstrapServers) {
    feed = EventFeed.fromNow(bootstrapServers, List.of(Topics.DEPLOYMENTS));
    publisher = new EventPublisher(bootstrapServers);
  }

  String id() {
    return ids.deploymentId();
  }

  EventPublisher publisher() {
    return publisher;
  }

  /** Returns when the column was added and the deployment soaks. */
  void startSoaking(TableName table) {
    publisher.publish(
        CliEvents.release(
            ids.requestId(), ENVIRONMENT + "/bench", ids.deploymentId(), release(table)));
    await(DeploymentState.SOAKING);
  }

  /** Returns when the deployment says that it is in that state. */
  void await(DeploymentState state) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      boolean reached =
          feed.next(Duration.ofNanos(deadline - System.nanoTime()))
              .filter(event -> isIn(state, event))
              .isPresent();
      if (reached) {
        return;
      }
    }
    throw new CliException(
        ExitCodes.ERROR, "Deployment %s did not come to %s".formatted(id(), state));
  }

  @Override
  public void close() {
    feed.close();
    publisher.close();
  }

  private boolean isIn(DeploymentState state, Event<?> event) {
    return event.data() instanceof DeploymentEvent moved
        && id().equals(moved.deploymentId())
        && moved.state() == state;
  }

  private static JsonNode release(TableName table) {
    try {
      return EventJson.MAPPER.readTree(
          """
          {"apiVersion": "stillwater/v1", "kind": "Release",
           "metadata": {"name": "bench", "version": "v1", "environment": "%s"},
           "spec": {
             "tables": [{"table": "%s", "changes": [
               {"operation": "add_column", "column": "note", "type": "string"}]}],
             "analysis": {"soak": "30m",
               "metrics": [{"metric": "error_rate", "component": "%s", "max": "1%%"}]}}}"""
              .formatted(ENVIRONMENT, table, COMPONENT));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
