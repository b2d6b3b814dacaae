package io.stillwater.local;

import io.stillwater.local.state.PartState;
import io.stillwater.local.state.StackDirectory;
import io.stillwater.local.state.StackState;
import io.stillwater.local.supervisor.StackParts;
import io.stillwater.testing.PostgresServer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the addresses of a stack from its state. */
record StackAddressBook(StackDirectory directory, Installation installation) {

  StackAddresses of(StackState now) {
    StackParts parts = new StackParts(directory, installation, now);
    Map<String, StackAddresses.Service> services = new LinkedHashMap<>();
    for (String name : Parts.SERVICES) {
      services.put(
          name, new StackAddresses.Service(serviceUrl(now.part(name)), pid(now.part(name))));
    }
    return new StackAddresses(
        new StackAddresses.Kafka(parts.bootstrapServers(), pid(now.part(Parts.KAFKA))),
        new StackAddresses.Database(
            parts.jdbcUrl("postgres"),
            PostgresServer.USER,
            PostgresServer.PASSWORD,
            pid(now.part(Parts.POSTGRES))),
        services,
        parts.lake());
  }

  static String serviceUrl(PartState service) {
    return "http://localhost:" + service.port();
  }

  /** 0 while the part is on its way back. */
  private static long pid(PartState part) {
    return part.process() == null ? 0 : part.process().pid();
  }
}
