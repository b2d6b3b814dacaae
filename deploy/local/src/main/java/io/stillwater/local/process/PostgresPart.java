package io.stillwater.local.process;

import io.stillwater.local.Parts;
import io.stillwater.testing.PostgresServer;
import io.stillwater.testing.PostgresSettings;
import java.time.Duration;

/** The database server. */
public final class PostgresPart implements Part {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final PostgresSettings settings;
  private PostgresServer last;

  public PostgresPart(PostgresSettings settings) {
    this.settings = settings.outlivingThisJvm();
  }

  @Override
  public String name() {
    return Parts.POSTGRES;
  }

  @Override
  public synchronized RunningPart start() {
    if (last != null) {
      // A server that died holds its data folder for this JVM until it is closed.
      last.close();
      last = null;
    }
    last = PostgresServer.start(settings);
    return new Running(last);
  }

  private record Running(PostgresServer server) implements RunningPart {
    @Override
    public ProcessHandle process() {
      return ProcessHandle.of(server.pid())
          .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
    }

    @Override
    public boolean ready() {
      return server.isAlive();
    }

    @Override
    public String end() {
      return "ended";
    }

    @Override
    public void stop() {
      server.close();
      ProcessHandle.of(server.pid()).ifPresent(process -> ProcessEnd.request(process, GRACE));
    }
  }
}
