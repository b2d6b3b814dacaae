package io.stillwater.local;

import io.stillwater.local.process.JavaCommand;
import io.stillwater.local.state.ProcessId;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.supervisor.SupervisorMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the supervisor as a process that survives this one and its terminal. */
record SupervisorStart(StackDirectory directory, Installation installation) {
  private static final int HEAP_MEGABYTES = 64;

  /** Returns at once; session and hang-up tools turn into the program they start. */
  ProcessId run() {
    List<String> command = new ArrayList<>();
    ownSession().forEach(command::add);
    command.add(JavaCommand.java());
    command.add("-Xmx" + HEAP_MEGABYTES + "m");
    command.addAll(JavaCommand.SMALL);
    command.add("-D" + Installation.PROPERTY + "=" + installation.home());
    command.add("-Dstillwater.broker.lib=" + installation.brokerJars());
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-cp");
    command.add(classPath());
    command.add(SupervisorMain.class.getName());
    command.add(directory.root().toString());
    File log = directory.log("supervisor").toFile();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.root().toFile())
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log))
              .start();
      return ProcessId.of(process.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the supervisor", e);
    }
  }

  /** This JVM's own; the supervisor has another working directory. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A session of its own keeps a closing terminal's signals away; without the tool, nohup does. */
  private static Stream<String> ownSession() {
    return Stream.of("setsid", "nohup").filter(SupervisorStart::isInstalled).limit(1);
  }

  private static boolean isInstalled(String tool) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
