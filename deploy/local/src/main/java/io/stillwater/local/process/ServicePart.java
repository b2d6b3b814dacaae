package io.stillwater.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A packaged service in a JVM of its own.
 *
 * @param jar of the Quarkus application, whose libraries lie beside it
 * @param heapMegabytes upper bound of the Java heap
 * @param environment Quarkus' settings that have a variable of their own
 * @param settings the others, given as system properties
 */
public record ServicePart(
    String name,
    Path jar,
    int port,
    int heapMegabytes,
    Map<String, String> environment,
    Map<String, String> settings,
    Path log)
    implements Part {
  /** Class data of the start, made by the build; one that does not fit the JDK is ignored. */
  private static final String CLASS_DATA = "app-cds.jsa";

  private static final Duration GRACE = Duration.ofSeconds(20);

  @Override
  public RunningPart start() {
    ProcessBuilder builder =
        new ProcessBuilder(command())
            // The class data name the application's files as they are seen from here.
            .directory(jar.getParent().toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    // Few native arenas: with one per thread glibc holds on to memory that nobody uses.
    builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
    builder.environment().put("QUARKUS_HTTP_HOST", "localhost");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    try {
      return new Running(builder.start(), Readiness.of(url()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name + " from " + jar, e);
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(JavaCommand.java());
    command.add("-Xmx" + heapMegabytes + "m");
    command.addAll(JavaCommand.SMALL);
    if (Files.exists(jar.resolveSibling(CLASS_DATA))) {
      command.addAll(
          List.of("-XX:SharedArchiveFile=" + CLASS_DATA, "-Xshare:auto", "-Xlog:disable"));
    }
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.add("-jar");
    command.add(jar.getFileName().toString());
    return command;
  }

  private record Running(Process started, Readiness readiness) implements RunningPart {
    @Override
    public ProcessHandle process() {
      return started.toHandle();
    }

    @Override
    public boolean ready() {
      return readiness.isUp();
    }

    @Override
    public String end() {
      // Its handle may report the end before the process itself has the exit code.
      return "ended with exit code " + started.onExit().join().exitValue();
    }

    @Override
    public void stop() {
      ProcessEnd.request(started.toHandle(), GRACE);
    }
  }
}
