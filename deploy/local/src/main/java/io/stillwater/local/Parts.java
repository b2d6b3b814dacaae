package io.stillwater.local;

import java.util.List;
import java.util.stream.Stream;

/** Names of the stack's parts: in addresses, in the state file and of the log files. */
public final class Parts {
  public static final String KAFKA = "kafka";
  public static final String POSTGRES = "postgres";

  /** The four services; each has a database of the same name. */
  public static final List<String> SERVICES =
      List.of("planner", "executor", "validator", "monitor");

  public static final List<String> ALL =
      Stream.concat(Stream.of(KAFKA, POSTGRES), SERVICES.stream()).toList();

  private Parts() {}
}
