package io.stillwater.messaging.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stillwater.events.Topics;
import io.stillwater.messaging.sample.Commands;
import io.stillwater.messaging.sample.Notes;
import io.stillwater.messaging.sample.SampleService;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import io.stillwater.testing.RealParts;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainTest.OwnApplication.class)
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "drain"))
class DrainTest {
  /** The application is of no use to other tests afterwards. */
  public static class OwnApplication implements QuarkusTestProfile {}

  @Inject Drain drain;
  @Inject SampleService service;
  @Inject Notes notes;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aRunningHandlerEndsAndItsAnswerGoesOutWhileWhatComesLaterIsLeftAlone() throws Exception {
    // Given
    String deployment = Commands.newDeployment();
    EventRecord running = Commands.approve(deployment, SampleService.WAITS);
    EventRecord later = Commands.approve(deployment, "later");
    try (Events events = Events.connect(bootstrapServers)) {
      events.send(running);
      service.awaitEntered();
      events.send(later);

      // When
      CompletableFuture<Void> shutdown =
          CompletableFuture.runAsync(() -> drain.onStop(new ShutdownEvent()));
      assertThat(shutdown).isNotDone();
      service.release();

      // Then
      await().atMost(Events.LIMIT).until(shutdown::isDone);
      shutdown.join();
      assertThat(notes.eventIds(deployment)).containsExactly(running.id());
      assertThat(events.all(Topics.COMMANDS))
          .anyMatch(
              record -> Commands.ACCEPTED.equals(record.type()) && deployment.equals(record.key()));
    }
  }
}
