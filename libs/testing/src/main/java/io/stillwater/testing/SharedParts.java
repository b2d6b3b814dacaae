package io.stillwater.testing;

import java.util.Properties;

/**
 * One broker and one PostgreSQL server for all tests of a JVM, ended with it.
 *
 * <p>Their addresses are kept as system properties: Quarkus loads test resources anew, in another
 * class loader, for every application it starts, and each would otherwise start servers of its own.
 *
 * @param postgresAddress host and port
 */
public record SharedParts(
    String bootstrapServers, String postgresAddress, String user, String password) {
  private static final String PREFIX = "stillwater.testing.parts.";

  /** Starts the servers at the first call in this JVM. */
  public static SharedParts get() {
    Properties system = System.getProperties();
    synchronized (system) {
      if (system.getProperty(PREFIX + "kafka") == null) {
        SharedParts started =
            ContainerEngine.isWanted() ? ContainerParts.start() : EmbeddedParts.start();
        system.setProperty(PREFIX + "kafka", started.bootstrapServers);
        system.setProperty(PREFIX + "postgres", started.postgresAddress);
        system.setProperty(PREFIX + "user", started.user);
        system.setProperty(PREFIX + "password", started.password);
      }
      return new SharedParts(
          system.getProperty(PREFIX + "kafka"),
          system.getProperty(PREFIX + "postgres"),
          system.getProperty(PREFIX + "user"),
          system.getProperty(PREFIX + "password"));
    }
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + postgresAddress + "/" + database;
  }

  /** Makes an empty database under a name that is not taken yet, and returns that name. */
  public String freshDatabase(String name) {
    String fresh = name + "_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    Databases.create(jdbcUrl("postgres"), user, password, fresh);
    return fresh;
  }
}
