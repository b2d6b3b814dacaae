package io.stillwater.local.process;

import io.stillwater.local.Parts;
import io.stillwater.testing.BrokerProcess;
import io.stillwater.testing.BrokerSettings;

/**
 * The broker. It outlives the JVM that starts it, as every part does: only {@code stop} ends it.
 */
public record KafkaPart(BrokerSettings settings) implements Part {
  public KafkaPart {
    settings = settings.outlivingThisJvm();
  }

  @Override
  public String name() {
    return Parts.KAFKA;
  }

  @Override
  public RunningPart start() {
    return new Running(BrokerProcess.start(settings));
  }

  private record Running(BrokerProcess broker) implements RunningPart {
    @Override
    public ProcessHandle process() {
      return ProcessHandle.of(broker.pid())
          .orElseThrow(() -> new IllegalStateException("The broker ended right after its start"));
    }

    @Override
    public boolean ready() {
      return broker.isAlive();
    }

    @Override
    public String end() {
      return "ended";
    }

    @Override
    public void stop() {
      broker.close();
    }
  }
}
