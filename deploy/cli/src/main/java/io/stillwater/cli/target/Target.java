package io.stillwater.cli.target;

import io.stillwater.cli.CliException;
import io.stillwater.cli.ExitCodes;
import io.stillwater.local.StackAddresses;
import io.stillwater.local.lake.LakeSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Addresses of the system that a command talks to: those that were named, else the local stack's.
 *
 * @param server of one address for all REST interfaces; null when none was named
 * @param kafka bootstrap servers; null when none were named
 * @param stackFolder where a local stack was looked for
 */
public record Target(
    String server, String kafka, Supplier<Optional<StackAddresses>> stack, Path stackFolder) {

  public URI monitor() {
    return rest("monitor");
  }

  public URI planner() {
    return rest("planner");
  }

  /** Whether a planner can be asked. */
  public boolean hasServer() {
    return named(server) || stack.get().isPresent();
  }

  public String bootstrapServers() {
    return named(kafka) ? kafka : local("--kafka", found -> found.kafka().bootstrap());
  }

  public LakeSettings lake() {
    return local("--tables", StackAddresses::lake);
  }

  private URI rest(String service) {
    return URI.create(named(server) ? server : local("--server", s -> s.serviceUrl(service)));
  }

  private <T> T local(String option, Function<StackAddresses, T> part) {
    return stack
        .get()
        .map(part)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCodes.ERROR,
                    "No local stack runs in %s: start it with ./stillwater up, or give %s"
                        .formatted(stackFolder, option)));
  }

  private static boolean named(String option) {
    return option != null && !option.isBlank();
  }
}
