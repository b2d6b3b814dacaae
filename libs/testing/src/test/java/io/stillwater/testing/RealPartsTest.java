package io.stillwater.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPartsTest {
  @Test
  void everyApplicationGetsTheSameServersAndADatabaseAndLakeOfItsOwn() throws Exception {
    // Given
    RealParts first = new RealParts();
    RealParts second = new RealParts();
    first.init(Map.of("database", "planner"));
    second.init(Map.of("database", "planner"));

    // When
    Map<String, String> one = first.start();
    Map<String, String> other = second.start();

    // Then
    assertThat(one.get("kafka.bootstrap.servers")).isEqualTo(other.get("kafka.bootstrap.servers"));
    assertThat(one.get("quarkus.datasource.jdbc.url"))
        .contains("/planner")
        .isNotEqualTo(other.get("quarkus.datasource.jdbc.url"));
    assertThat(one.get("stillwater.catalogs.lake.uri"))
        .isNotEqualTo(other.get("stillwater.catalogs.lake.uri"));
    assertThat(
            Files.isDirectory(Path.of(URI.create(one.get("stillwater.catalogs.lake.warehouse")))))
        .isTrue();
    try (var connection =
        DriverManager.getConnection(
            one.get("quarkus.datasource.jdbc.url"),
            one.get("quarkus.datasource.username"),
            one.get("quarkus.datasource.password"))) {
      assertThat(connection.isValid(5)).isTrue();
    }
    first.stop();
    second.stop();
  }
}
