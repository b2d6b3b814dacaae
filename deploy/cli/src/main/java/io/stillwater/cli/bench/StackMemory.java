package io.stillwater.cli.bench;

import io.stillwater.local.StackAddresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory of all processes of a stack, shared pages counted once. Linux only. */
final class StackMemory {
  private StackMemory() {}

  static Measurement measure(StackAddresses stack, long supervisor) {
    List<Long> roots =
        Stream.concat(
                Stream.of(stack.kafka().pid(), stack.database().pid(), supervisor),
                stack.services().values().stream().map(StackAddresses.Service::pid))
            .toList();
    OptionalLong kilobytes =
        roots.stream()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(ProcessHandle::pid)
            .distinct()
            .map(StackMemory::kilobytes)
            .reduce(Long::sum);
    String measured =
        kilobytes.isPresent() && kilobytes.getAsLong() > 0
            ? "%,d MB".formatted(kilobytes.getAsLong() / 1024)
            : "not measured: no /proc on this system";
    return new Measurement("whole stack, resident", measured, "≤ 2,560 MB");
  }

  /** The proportional set size; 0 for a process that has ended. */
  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
