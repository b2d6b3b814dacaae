package io.stillwater.local.process;

import java.nio.file.Path;
import java.util.List;

/** How the stack's own JVMs are started. */
public final class JavaCommand {
  /** For a quick start and a small process rather than for peak speed. */
  public static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8");

  private JavaCommand() {}

  /** The java of the JDK that runs this. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
