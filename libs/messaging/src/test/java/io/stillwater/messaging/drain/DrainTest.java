package io.stillwater.messaging.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stillwater.events.Topics;
import io.stillwater.messaging.DrainingException;
import io.stillwater.messaging.sample.Commands;
import io.stillwater.messaging.sample.SampleService;
import io.stillwater.messaging.sample.SampleServiceTest;
import io.stillwater.testing.EventRecord;
import io.stillwater.testing.Events;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainTest.OwnApplication.class)
class DrainTest extends SampleServiceTest {
  /** The application is of no use to other tests afterwards. */
  public static class OwnApplication implements QuarkusTestProfile {}

  @Inject Drain drain;
  @Inject InFlight inFlight;
  @Inject SampleService service;

  @Test
  void aRunningHandlerEndsAndItsAnswerGoesOutWhileWhatComesLaterIsLeftAlone() throws Exception {
    // Given
    EventRecord running = Commands.approve(deployment, SampleService.WAITS);
    EventRecord later = Commands.approve(deployment, "later");
    events.send(running);
    service.awaitEntered();
    events.send(later);

    // When
    CompletableFuture<Void> shutdown =
        CompletableFuture.runAsync(() -> drain.onStop(new ShutdownEvent()));
    await().atMost(Events.LIMIT).until(this::nothingMoreIsLetIn);
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

  private boolean nothingMoreIsLetIn() {
    try {
      inFlight.enter();
      inFlight.leave();
      return false;
    } catch (DrainingException e) {
      return true;
    }
  }
}
