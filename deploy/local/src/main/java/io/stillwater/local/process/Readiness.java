package io.stillwater.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a service whether it is ready. */
public record Readiness(URI endpoint) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  public static Readiness of(URI service) {
    return new Readiness(service.resolve("/q/health/ready"));
  }

  public boolean isUp() {
    try {
      HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
      connection.setConnectTimeout((int) LIMIT.toMillis());
      connection.setReadTimeout((int) LIMIT.toMillis());
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
