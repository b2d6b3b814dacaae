package io.stillwater.messaging.sample;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.stillwater.testing.Events;
import io.stillwater.testing.RealParts;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the sample service on a real broker and database, about a deployment of its own. */
@WithTestResource(
    value = RealParts.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "sample"))
public abstract class SampleServiceTest {
  @Inject protected Notes notes;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  protected String bootstrapServers;

  protected final String deployment = Commands.newDeployment();
  protected Events events;

  @BeforeEach
  void connect() {
    events = Events.connect(bootstrapServers);
  }

  @AfterEach
  void disconnect() {
    events.close();
  }
}
